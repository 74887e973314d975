package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.testkit.TestDisc;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OsTest extends CommandLineRig {
    @AfterEach
    void noHypervisorWasAsked() {
        assertThat(connections).isEmpty();
    }

    @Test
    void listsTheSystemsThatHaveAllWordsInTheirNames() {
        assertThat(ingot("os", "list").succeeds().out()).contains("debian13", "Debian 13", "2025-08-09", "win11");
        String found = ingot("os", "list", "Ubuntu", "noble").succeeds().out();
        assertThat(found).contains("ubuntu24.04").doesNotContain("ubuntu22.04");
        assertThat(ingot("os", "list", "plan9").succeeds().err()).contains("no operating system");
    }

    @Test
    void listsTheNewestOfEachKindFirst() {
        String found = ingot("os", "list", "debian").succeeds().out();
        assertThat(found.indexOf("debian13")).isLessThan(found.indexOf("debian12"));
    }

    @Test
    void showsASystem() {
        assertThat(ingot("os", "show", "debianbookworm").succeeds().out())
                .contains("Debian 12", "2 GiB", "20 GiB", "debian-12.", ".iso");
        assertThat(ingot("os", "show", "win11", "--json").object())
                .containsEntry("id", "win11")
                .containsEntry("url", "http://microsoft.com/win/11")
                .containsEntry("family", "winnt")
                .containsEntry("state", "released")
                .containsKeys("name", "version", "distro", "released", "endOfLife", "memory", "disk", "downloads");
        ingot("os", "show", "plan9").fails(ExitCode.NOT_FOUND, "plan9");
    }

    @Test
    void saysWhatIsOnADisc() {
        Path disc = TestDisc.write(folder.resolve("d.iso"), "Debian 12.5.0 amd64 n");
        assertThat(ingot("os", "detect", disc.toString()).succeeds().out())
                .contains("Debian 12", "debian12", "x86_64", "Debian 12.5.0 amd64 n", "yes");
        assertThat(ingot("os", "detect", disc.toString(), "--json").object())
                .containsEntry("name", "Debian 12")
                .containsEntry("arch", "x86_64")
                .containsEntry("live", false)
                .containsEntry("bootable", true)
                .containsKeys("label", "system", "others");
    }

    @Test
    void saysWhatIsOnACompressedDisc() throws IOException {
        Path disc = TestDisc.write(folder.resolve("d.iso"), "ARCH_202511");
        Path packed = folder.resolve("d.iso.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(disc, out);
        }
        assertThat(ingot("os", "detect", packed.toString()).succeeds().out()).contains("Arch Linux");
    }

    @Test
    void saysThatADiscIsNotKnownAndThatAFileIsNone() {
        Path disc = TestDisc.write(folder.resolve("d.iso"), "HOLIDAYS");
        assertThat(ingot("os", "detect", disc.toString()).succeeds().out()).contains("not known", "HOLIDAYS");
        ingot("os", "detect", image()).fails(ExitCode.USAGE, "not a disc image");
    }
}
