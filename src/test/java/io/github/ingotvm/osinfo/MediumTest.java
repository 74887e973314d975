package io.github.ingotvm.osinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.format.Compression;
import io.github.ingotvm.model.IngotException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediumTest {
    private static final MediumRule DEBIAN = new MediumRule("Debian 12.5.0 amd64 n", "LINUX", "WHO", "XORRISO", 0);

    @TempDir
    Path folder = Path.of("");

    @Test
    void readsWhatTheDescriptorsSay() throws IOException {
        Medium medium = read("a.iso", Discs.of(DEBIAN));
        assertThat(medium.volume()).isEqualTo("Debian 12.5.0 amd64 n");
        assertThat(medium.system()).isEqualTo("LINUX");
        assertThat(medium.publisher()).isEqualTo("WHO");
        assertThat(medium.application()).isEqualTo("XORRISO");
        assertThat(medium.volumeSize()).isEqualTo(40 * 2048);
        assertThat(medium.bootable()).isTrue();
        medium.requireInstallable();
    }

    @Test
    void readsACompressedDiscByItsFirstSectorsEvenWhereTheRestIsMissing() throws IOException {
        Path file = folder.resolve("a.iso.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(Discs.of(DEBIAN));
            out.write(new byte[4 << 20]);
        }
        byte[] packed = Files.readAllBytes(file);
        Medium medium = read("b.iso.gz", Arrays.copyOf(packed, packed.length - 100));
        assertThat(medium.compression()).isEqualTo(Compression.GZIP);
        assertThat(medium.volume()).isEqualTo(DEBIAN.volume());
    }

    @Test
    void readsTheFirstPartOfADiscAndSaysThatItIsOne() throws IOException {
        byte[] first = Arrays.copyOf(Discs.of(DEBIAN), 25 * Discs.SECTOR);
        for (String name : new String[] {"d.iso.001", "d.iso.aa", "d.iso.part1", "d.iso.partaa", "d.iso.part01"}) {
            Medium medium = read(name, first);
            assertThat(medium.volume()).isEqualTo(DEBIAN.volume());
            assertThat(medium.part()).as(name).isTrue();
            refuses(medium, "join the parts");
        }
        assertThat(read("debian-12.iso", first).part()).isFalse();
    }

    @Test
    void refusesADiscThatIsCutOff() throws IOException {
        byte[] whole = Discs.of(DEBIAN);
        refuses(read("a.iso", Arrays.copyOf(whole, whole.length - 2048)), "cut off");
    }

    @Test
    void refusesToInstallFromADiscThatCannotBoot() throws IOException {
        byte[] disc = Discs.of(DEBIAN);
        disc[17 * Discs.SECTOR + 1] = 'X';
        refuses(read("a.iso", disc), "cannot boot");
    }

    @Test
    void refusesAFileThatIsNoDisc() {
        assertThatThrownBy(() -> read("a.iso", new byte[100_000]))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("not a disc image");
        assertThatThrownBy(() -> read("a.iso", new byte[0]))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("not a disc image");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> Medium.read(folder.resolve("none.iso")))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("none.iso");
    }

    private static void refuses(Medium medium, String why) {
        assertThatThrownBy(medium::requireInstallable)
                .isInstanceOf(IngotException.class)
                .hasMessageContaining(why);
    }

    private Medium read(String name, byte[] bytes) throws IOException {
        return Medium.read(Files.write(folder.resolve(name), bytes));
    }
}
