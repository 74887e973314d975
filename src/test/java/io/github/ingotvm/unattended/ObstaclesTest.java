package io.github.ingotvm.unattended;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For which discs there are answers, and what is said of the others. */
class ObstaclesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Anaconda would look for packages that this disc does not have.
                "fedora    | 43    | Fedora-SB-ostree-x86_64-43       | ostree",
                "fedora    | 37    | Fedora-IoT-ostree-aarch64-37     | ostree",
                // Calamares reads no autoinstall.
                "ubuntu    | 24.04 | Kubuntu 24.04 LTS amd64          | flavours",
                "ubuntu    | 25.10 | Lubuntu 25.10 amd64              | flavours",
                "ubuntu    | 25.10 | Ubuntu Unity 25.10 amd64         | flavours",
                "ubuntu    | 22.04 | Ubuntu 22.04.5 LTS amd64         | choose the server disc",
                "sle       | 15.6  | SLE-15-SP6-Full-x86_6438.1       | registration code",
                "sle       | 15.7  | SLE-15-SP7-Online-x86_64         | registration code",
                "sled      | 15    | SLE-15-Installer-DVD-x86_64      | registration code",
                "opensuse  | 16.0  | Install-Leap-16.0-x86_64         | another installer",
                "alpinelinux | 3.16 | alpine-std 3.16.9 x86_64        | from version 3.17 on",
                "win       | 11    | CCCOMA_X64FRE_EN-US_DV9          | cannot be told its answers"
            })
    void aDiscThatWouldAskAllTheSameSaysWhyItIsByHand(String distro, String version, String label, String why) {
        String id = distro.equals("win") ? "win11" : distro + version;
        assertThat(Methods.obstacle(unscripted(id, distro, version, label)))
                .hasValueSatisfying(said -> assertThat(said).contains(why).endsWith("."));
    }

    /** The database is written for other methods than Ingot's: it says of these that they take no script. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ubuntu    | 20.04 | Ubuntu-Server 20.04.6 LTS amd64",
                "ubuntu    | 22.04 | Ubuntu-Server 22.04.5 LTS arm64",
                "ubuntu    | 24.04 | Ubuntu 24.04.3 LTS amd64",
                "fedora    | 37    | Fedora-S-dvd-aarch64-37",
                "fedora    | 37    | Fedora-E-dvd-aarch64-37"
            })
    void aDiscThatIngotKnowsBetterThanTheDatabaseIsOffered(String distro, String version, String label) {
        assertThat(Methods.obstacle(unscripted(distro + version, distro, version, label)))
                .isEmpty();
    }

    @Test
    void aLiveDiscOfDebianHasNoInstallerToBeTold() {
        Target live = new Target(
                "debian12", "debian", "12", "x86_64", false, "vda", true, true, "d-live 12.5.0 gn amd64", "k", "i");
        assertThat(Methods.obstacle(live))
                .hasValueSatisfying(why -> assertThat(why).contains("netinst"));
    }

    @Test
    void aDiscForANetworkInstallationFindsItsPackagesByItself() {
        assertThat(line("openSUSE-Leap-15.6-NET-x86_64-Build710.3")).isEqualTo("autoyast=file:///autoinst.xml quiet");
        assertThat(line("openSUSE-Leap-15.6-DVD-x86_64-Build710.3")).startsWith("install=cd:/ autoyast=");
    }

    private static String line(String label) {
        Target target = Samples.target("opensuse15.6", "opensuse", "15.6", label, "", "");
        return Methods.seed(Samples.plain(), target).boot().orElseThrow().commandLine();
    }

    private static Target unscripted(String id, String distro, String version, String label) {
        return new Target(id, distro, version, "x86_64", false, "vda", false, false, label, "", "");
    }
}
