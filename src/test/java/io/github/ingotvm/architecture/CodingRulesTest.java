package io.github.ingotvm.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static io.github.ingotvm.architecture.Rooms.HOUSE;
import static io.github.ingotvm.architecture.Rooms.ROOT;
import static io.github.ingotvm.architecture.Rooms.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** What holds in every room. */
class CodingRulesTest {
    @Test
    void logsThroughSlf4jAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j..")
                .because("there is one log, and the terminal stays quiet")
                .check(HOUSE);
        fields().that()
                .haveRawType(Logger.class)
                .should()
                .bePrivate()
                .andShould()
                .beStatic()
                .andShould()
                .beFinal()
                .because("a logger belongs to its class")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void writesToTheTerminalFromTheCommandLineAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("cli"))
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".Main")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("a line that nobody asked for breaks scripts, and is lost under a window")
                .check(HOUSE);
    }

    @Test
    void neverSleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .because("who sleeps is late or was too early: wait for the event, or on a condition with a limit")
                .check(HOUSE);
    }

    @Test
    void exitsFromMainAlone() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("code that ends the process cannot be tested, nor used by the window")
                .check(HOUSE);
    }

    @Test
    void throwsWhatSaysWhatHappened() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS
                .because("those who catch it must know what happened")
                .check(HOUSE);
    }

    @Test
    void namesNoClassForItsInterface() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .because("a class is named for what it does")
                .check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(HOUSE.stream().map(JavaClass::getPackage).distinct())
                .as("packages with @NullMarked in their package-info: null is said, never assumed")
                .allMatch(CodingRulesTest::isNullMarked);
    }

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }
}
