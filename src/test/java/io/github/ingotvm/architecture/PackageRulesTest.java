package io.github.ingotvm.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.github.ingotvm.architecture.Rooms.HOUSE;
import static io.github.ingotvm.architecture.Rooms.ROOT;
import static io.github.ingotvm.architecture.Rooms.mayKnow;
import static io.github.ingotvm.architecture.Rooms.onlyIn;
import static io.github.ingotvm.architecture.Rooms.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which room of the house may know which, and why. There are no exemptions. */
class PackageRulesTest {
    @Test
    void modelKnowsTheJdkAlone() {
        mayKnow("model")
                .because("the words of the product must outlive every library and every screen")
                .check(HOUSE);
        classes()
                .that()
                .resideInAPackage(room("model"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(room("model"), "java..", "org.jspecify..")
                .because("the words of the product must outlive every library and every screen")
                .check(HOUSE);
    }

    @Test
    void portKnowsTheModelAlone() {
        classes()
                .that()
                .resideInAPackage(room("hypervisor"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(room("hypervisor"), room("model"), "java..", "org.jspecify..")
                .because("a port that knows an adapter is no port: the fake could not stand in its place")
                .check(HOUSE);
    }

    @Test
    void adapterKnowsThePortAndItsXml() {
        mayKnow("libvirt", "model", "hypervisor", "libvirt.xml", "format")
                .because("the adapter translates and decides nothing: decisions are proved on the fake;"
                        + " how an image is read is said in one place")
                .check(HOUSE);
    }

    @Test
    void xmlIsPureFunctions() {
        mayKnow("libvirt.xml", "model", "hypervisor")
                .because("definitions are tested as text, without a hypervisor")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage(room("libvirt.xml"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.libvirt..", "com.sun.jna..", "java.nio.file..")
                .because("definitions are tested as text, without a hypervisor")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void servicesKnowThePortNeverAnAdapterOrAFace() {
        mayKnow("service..", "model", "hypervisor", "history", "lineage", "osinfo", "format", "unattended", "guestfs")
                .because("the window and the command line are two faces of one service layer, on any hypervisor")
                .check(HOUSE);
    }

    @Test
    void theLayerGraphIsTheServicesOwn() {
        onlyIn(new String[] {"service.."}, room("service.layers.."))
                .because("who makes or removes a layer must have looked at all who stand on it")
                .check(HOUSE);
    }

    @Test
    void lineageKnowsTheModelAlone() {
        mayKnow("lineage", "model")
                .because(
                        "the window, the terminal and a file show the same picture, and it is tested without any of them")
                .check(HOUSE);
    }

    @Test
    void historyKnowsThePortAlone() {
        mayKnow("history", "model", "hypervisor")
                .because("what happened is written down where it happens, whichever service it was that did it")
                .check(HOUSE);
    }

    @Test
    void filesOfStrangersAreReadKnowingNothing() {
        mayKnow("format")
                .because("what reads hostile files must be small, and see nothing that it could do harm to")
                .check(HOUSE);
        onlyIn(
                        new String[] {"format"},
                        "org.apache.commons.compress..",
                        "org.tukaani..",
                        "com.github.luben..",
                        "javax.xml.stream..")
                .because("there is one place where limits are set on what strangers send")
                .check(HOUSE);
    }

    @Test
    void osinfoAndConsoleKnowTheModelAlone() {
        mayKnow("osinfo", "model", "format")
                .because("what is on a medium does not depend on where it will be installed")
                .check(HOUSE);
        mayKnow("guestfs", "model", "format")
                .because("what is inside a disk does not depend on whose disk it is")
                .check(HOUSE);
        mayKnow("download", "model", "osinfo")
                .because("what is fetched from the network is tested without a hypervisor and without a window")
                .check(HOUSE);
        onlyIn(new String[] {"download"}, "java.net.http..")
                .because("there is one place that talks to strangers' servers, and knows what they may ask of us")
                .check(HOUSE);
        mayKnow("console", "model")
                .because("the console's protocol is tested without a window and without a hypervisor")
                .check(HOUSE);
        mayKnow("console.terminal")
                .because("a terminal is tested without a window and without a machine")
                .check(HOUSE);
        mayKnow("console.keyboard", "console")
                .because("where a key is does not depend on what it is pressed for")
                .check(HOUSE);
    }

    @Test
    void answersToInstallersAreTextAlone() {
        mayKnow("unattended", "model")
                .because("what an installer is told is tested as text, without a hypervisor")
                .check(HOUSE);
        onlyIn(new String[] {"unattended"}, "org.yaml..", "org.apache.commons.codec..")
                .because("secrets, and files that people write by hand, are one package's trouble")
                .check(HOUSE);
    }

    @Test
    void facesKnowTheServicesNeverThePort() {
        mayKnow("cli", "model", "service..", "history", "lineage", "download")
                .because("what goes around the services would be missing in the other face")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage(room("ui.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        room("hypervisor.."), room("libvirt.."), room("cli.."), room("osinfo.."), "org.libvirt..")
                .because("what goes around the services would be missing in the other face")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void commonUiKnowsNoFeature() {
        mayKnow("ui.common", "model")
                .because("what all features stand on must not stand on one of them")
                .check(HOUSE);
    }

    @Test
    void uiFeaturesDoNotKnowEachOther() {
        Set<String> features = new TreeSet<>();
        HOUSE.stream()
                .map(c -> c.getPackageName())
                .filter(p -> p.startsWith(room("ui.")) && !p.equals(room("ui.common")))
                .forEach(p -> features.add(p.substring(ROOT.length() + 1)));
        for (String feature : features) {
            mayKnow(
                            feature,
                            "model",
                            "service..",
                            "history",
                            "lineage",
                            "download",
                            "console",
                            "console.keyboard",
                            "console.terminal",
                            "ui.common")
                    .because("a feature is taken out, or tested alone, only when no other holds on to it;"
                            + " the shell in the package ui brings them together")
                    .check(HOUSE);
        }
    }

    @Test
    void onlyTheUiKnowsJavaFx() {
        onlyIn(new String[] {"ui.."}, "javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..")
                .because("the command line must start without a toolkit, and services be tested without a window")
                .check(HOUSE);
    }

    @Test
    void onlyTheAdapterKnowsLibvirt() {
        onlyIn(new String[] {"libvirt"}, "org.libvirt..")
                .because("pointers, handles and their freeing are one package's trouble")
                .check(HOUSE);
    }

    @Test
    void nativeCallsAreInTwoPackages() {
        onlyIn(new String[] {"libvirt", "console.keyboard"}, "com.sun.jna..")
                .because(
                        "a native library is one package's trouble: libvirt's, and the X server's for the places of keys")
                .check(HOUSE);
    }

    @Test
    void keyboardShowsNothingNative() {
        Set<String> shown = new TreeSet<>();
        HOUSE.stream()
                .filter(c -> c.getPackageName().equals(room("console.keyboard")))
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(c -> c.getEnclosingClass().isEmpty())
                .forEach(c -> shown.add(c.getSimpleName()));

        assertThat(shown).as("what others see of the keyboard").isSubsetOf("KeyPlaces", "KeyboardGrab", "Stroke");
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        onlyIn(new String[] {"cli"}, "picocli..")
                .because("a command line library is a face's matter")
                .check(HOUSE);
    }

    @Test
    void adapterShowsItsEntryAlone() {
        Set<String> shown = new TreeSet<>();
        HOUSE.stream()
                .filter(c -> c.getPackageName().equals(room("libvirt")))
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(c -> c.getEnclosingClass().isEmpty())
                .forEach(c -> shown.add(c.getSimpleName()));

        assertThat(shown)
                .as("the adapter's public classes: everybody else works on the port")
                .isSubsetOf("LibvirtHypervisor");
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a circle are one package")
                .check(HOUSE);
    }
}
