package io.github.ingotvm.osinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.model.IngotException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediumTest {
    private static final int SECTOR = 2048;

    @TempDir
    Path folder = Path.of("");

    @Test
    void readsLabelAndBootability() throws IOException {
        Medium medium = Medium.read(write(disc(40)));
        assertThat(medium.label()).isEqualTo("Debian 12.5.0 amd64 n");
        assertThat(medium.bootable()).isTrue();
        assertThat(KnownOs.on(medium).name()).isEqualTo("Debian");
    }

    @Test
    void refusesADiscThatIsCutOff() throws IOException {
        byte[] whole = disc(40);
        refuses(Arrays.copyOf(whole, whole.length - SECTOR), "cut off");
    }

    @Test
    void refusesADiscThatCannotBoot() throws IOException {
        byte[] disc = disc(40);
        disc[17 * SECTOR + 1] = 'X';
        refuses(disc, "cannot boot");
    }

    @Test
    void refusesAFileThatIsNoDisc() throws IOException {
        refuses(new byte[100_000], "not a disc image");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        refuses(new byte[0], "not a disc image");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> Medium.read(folder.resolve("none.iso")))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("none.iso");
    }

    @Test
    void anUnknownLabelGetsSoundDefaults() throws IOException {
        byte[] disc = disc(40);
        Arrays.fill(disc, 16 * SECTOR + 40, 16 * SECTOR + 72, (byte) '?');
        assertThat(KnownOs.on(Medium.read(write(disc)))).isEqualTo(KnownOs.UNKNOWN);
    }

    private void refuses(byte[] bytes, String why) throws IOException {
        Path file = write(bytes);
        assertThatThrownBy(() -> Medium.read(file))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining(why);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("disc.iso"), bytes);
    }

    /** Primary descriptor, boot record, terminator; ECMA-119 8.4 and El Torito 2.0. */
    private static byte[] disc(int sectors) {
        ByteBuffer disc = ByteBuffer.allocate(sectors * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        descriptor(disc, 16, 1);
        disc.put(
                16 * SECTOR + 40,
                String.format("%-32s", "Debian 12.5.0 amd64 n").getBytes(StandardCharsets.US_ASCII));
        disc.putInt(16 * SECTOR + 80, sectors).putShort(16 * SECTOR + 128, (short) SECTOR);
        descriptor(disc, 17, 0);
        disc.put(17 * SECTOR + 7, "EL TORITO SPECIFICATION".getBytes(StandardCharsets.US_ASCII));
        descriptor(disc, 18, 255);
        return disc.array();
    }

    private static void descriptor(ByteBuffer disc, int sector, int type) {
        disc.put(sector * SECTOR, (byte) type);
        disc.put(sector * SECTOR + 1, "CD001".getBytes(StandardCharsets.US_ASCII));
    }
}
