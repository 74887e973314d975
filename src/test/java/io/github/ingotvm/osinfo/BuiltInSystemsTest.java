package io.github.ingotvm.osinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Ingot knows by itself. */
class BuiltInSystemsTest {
    private static final OsLibrary LIBRARY = OsLibrary.builtIn();

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Debian 12.5.0 amd64 n            |                       | debian12
            Debian 13.4.0 amd64 1            |                       | debian13
            d-live 13.1.0 gn amd64           |                       | debian13
            Ubuntu 22.04.5 LTS amd64         |                       | ubuntu22.04
            Ubuntu-Server 24.04.2 LTS amd64  |                       | ubuntu24.04
            Ubuntu 26.04 LTS amd64           |                       | ubuntu26.04
            Kubuntu 25.10 amd64              |                       | ubuntu25.10
            Fedora-WS-Live-38-1-6            |                       | fedora38
            Fedora-S-dvd-x86_64-44           |                       | fedora44
            Fedora-E-dvd-x86_64-41           |                       | fedora41
            Fedora-KDE-Live-42               |                       | fedora42
            Fedora-SB-ostree-x86_64-43       |                       | fedora43
            RHEL-9-4-0-BaseOS-x86_64         |                       | rhel9-unknown
            RHEL-10-1-BaseOS-x86_64          |                       | rhel10-unknown
            AlmaLinux-9-6-x86_64-dvd         |                       | almalinux9
            AlmaLinux-10-0-x86_64-dvd        |                       | almalinux10
            Rocky-9-5-x86_64-dvd             |                       | rocky9
            Rocky-10-1-x86_64-dvd            |                       | rocky10
            CentOS-Stream-10-BaseOS-x86_64   |                       | centos-stream10
            openSUSE-Leap-15.6-DVD-x86_64710 |                       | opensuse15.6
            Install-Leap-16.0-x86_64         |                       | opensuse16.0
            openSUSE-Tumbleweed-DVD-x86_6420 |                       | opensusetumbleweed
            ARCH_202511                      |                       | archlinux
            alpine-virt 3.22.2 x86_64        |                       | alpinelinux3.22
            14_3_RELEASE_AMD64_DVD           |                       | freebsd14.3
            15_0_RELEASE_AMD64_CD            |                       | freebsd15.0
            CCCOMA_X64FRE_EN-US_DV9          | MICROSOFT CORPORATION | win11
            CPBA_X64FREE_DE-DE_DV9           | MICROSOFT CORPORATION | win11
            CCCOMA_X86FRE_EN-US_DV9          | MICROSOFT CORPORATION | win10
            SSS_X64FREE_EN-US_DV9            | MICROSOFT CORPORATION | win2k25
            INGOT_DEMO                       |                       | ingot-demo
            """)
    void aDiscIsRecognised(String label, String publisher, String system) throws IOException {
        String who = publisher == null ? "" : publisher;
        String os = label.contains("RELEASE") ? "FreeBSD" : "LINUX";
        byte[] disc = Discs.of(new MediumRule(label, os, label.contains("Leap-16") ? "openSUSE" : who, "", 0));
        Medium medium = Medium.read(Files.write(folder.resolve("disc.iso"), disc));
        assertThat(LIBRARY.recognise(medium).map(r -> r.os().shortId())).contains(system);
    }

    @Test
    void aDiscOfSomebodyElseIsNot() throws IOException {
        for (String label : new String[] {"MY HOLIDAYS", "Debian", "xDebian 12.5.0 amd64 n", "ARCH", ""}) {
            Medium medium = Medium.read(Files.write(folder.resolve("disc.iso"), Discs.labelled(label)));
            assertThat(LIBRARY.candidates(medium)).as(label).isEmpty();
        }
    }

    @Test
    void everySystemIsWhole() {
        Set<String> seen = new HashSet<>();
        assertThat(LIBRARY.all()).hasSizeGreaterThan(60).allSatisfy(os -> {
            assertThat(seen.add(os.id())).as("twice: " + os.id()).isTrue();
            assertThat(seen.add(os.shortId())).as("twice: " + os.shortId()).isTrue();
            assertThat(os.name()).isNotBlank().isNotEqualTo(os.shortId());
            assertThat(os.family()).isNotBlank();
            assertThat(os.devices()).as(os.name()).isNotEmpty();
            assertThat(os.media()).as(os.name()).isNotEmpty();
            Needs needs = os.needs("x86_64");
            assertThat(needs.leastMemory()).as(os.name()).isPositive();
            assertThat(Math.max(needs.disk(), needs.leastDisk())).as(os.name()).isPositive();
        });
    }

    @Test
    void everyRuleCanBeReadAndIsAnchored() {
        LIBRARY.all().stream().flatMap(os -> os.media().stream()).forEach(m -> {
            String volume = m.rule().volume();
            assertThat(volume).startsWith("^");
            Pattern.compile(volume);
        });
    }
}
