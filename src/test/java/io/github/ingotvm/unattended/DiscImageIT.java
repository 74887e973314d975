package io.github.ingotvm.unattended;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.osinfo.Medium;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Discs of Ingot's own, read by xorriso. */
class DiscImageIT {
    @TempDir
    Path folder;

    @Test
    void xorrisoReadsLabelNamesAndContent() throws Exception {
        byte[] large = new byte[5000];
        large[4999] = 7;
        Path disc = Files.write(
                folder.resolve("seed.iso"),
                DiscImage.of(new Seed.Disc(
                        "CIDATA",
                        Map.of(
                                "user-data",
                                "#cloud-config\n".getBytes(UTF_8),
                                "meta-data",
                                new byte[0],
                                "a.apkovl.tar.gz",
                                large))));

        assertThat(Medium.read(disc).volume()).isEqualTo("CIDATA");
        assertThat(Medium.read(disc).volumeSize()).isEqualTo(Files.size(disc));
        String said = xorriso("-indev", disc.toString(), "-toc", "-find", "/", "-exec", "lsdl", "--");
        assertThat(said).contains("Volume id    : 'CIDATA'");
        Path out = folder.resolve("out");
        xorriso("-read_fs", "norock", "-osirrox", "on", "-indev", disc.toString(), "-extract", "/", out.toString());
        assertThat(Files.readString(out.resolve("user-data"))).isEqualTo("#cloud-config\n");
        assertThat(out.resolve("meta-data")).isEmptyFile();
        assertThat(Files.readAllBytes(out.resolve("a.apkovl.tar.gz"))).isEqualTo(large);
        Path plain = folder.resolve("plain");
        xorriso("-read_fs", "nojoliet", "-osirrox", "on", "-indev", disc.toString(), "-extract", "/", plain.toString());
        assertThat(plain.toFile().list()).containsExactlyInAnyOrder("USER_DAT", "META_DAT", "A_APKOVL.GZ");
    }

    @Test
    void theKernelsArchiveIsReadByCpiosOwnRules() {
        byte[] appendix = Cpio.appendix(5, Map.of("preseed.cfg", "x".getBytes(UTF_8)));
        String text = new String(appendix, 3, appendix.length - 3, StandardCharsets.ISO_8859_1);
        assertThat(appendix).startsWith(0, 0, 0);
        assertThat(text).startsWith("070701").contains("preseed.cfg\0", "TRAILER!!!\0");
        assertThat((5 + appendix.length) % 4).isZero();
    }

    private static String xorriso(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "xorriso";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
