package io.github.ingotvm.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.ingotvm.Main;
import java.util.stream.Stream;

/** The house as it is built, and the form of its rules. */
final class Rooms {
    static final String ROOT = "io.github.ingotvm";

    /** What is shipped: all that lies where {@link Main} does, wherever a build puts it. */
    static final JavaClasses HOUSE = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    private Rooms() {}

    static String room(String name) {
        return ROOT + "." + name;
    }

    /** Of Ingot's own rooms, this one may know these alone. Names without {@code ..} do not mean what lies within them. */
    static ArchRule mayKnow(String room, String... others) {
        String[] allowed = Stream.concat(Stream.of(room), Stream.of(others))
                .map(Rooms::room)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(room(room))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(not(resideInAnyPackage(allowed)))
                        .as("reside in another room than " + String.join(", ", allowed)))
                .allowEmptyShould(true);
    }

    /** Nobody but those in these packages may use what is in the foreign ones. */
    static ArchRule onlyIn(String[] insiders, String... foreign) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(Stream.of(insiders).map(Rooms::room).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(foreign)
                .allowEmptyShould(true);
    }
}
