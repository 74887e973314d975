package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.model.IngotException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("ByteBufferBackingArray") // All of them come from allocate().
class DiskImageTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void readsAPlainQcow2Image() throws IOException {
        assertThat(read("a.qcow2", qcow2()).format()).isEqualTo("qcow2");
    }

    @Test
    void refusesAQcow2ImageWithABackingFile() throws IOException {
        refuses("a.qcow2", qcow2().putLong(8, 104).putInt(16, 11), "backing file");
    }

    @Test
    void refusesAQcow2ImageWithAnExternalDataFile() throws IOException {
        refuses("a.qcow2", qcow2().putLong(72, 4), "another file");
    }

    @Test
    void refusesAQcow2ImageThatNamesADataFileInAnExtension() throws IOException {
        refuses("a.qcow2", qcow2().putInt(104, 0x44415441).putInt(108, 8), "another file");
    }

    @Test
    void refusesAnEncryptedQcow2Image() throws IOException {
        refuses("a.qcow2", qcow2().putInt(32, 2), "encrypted");
    }

    @Test
    void anExtensionWithALyingLengthDoesNotHangOrCrash() throws IOException {
        assertThat(read("a.qcow2", qcow2().putInt(104, 0x12345678).putInt(108, -1))
                        .format())
                .isEqualTo("qcow2");
    }

    @Test
    void refusesAQcow2HeaderWithALyingLength() throws IOException {
        refuses("a.qcow2", qcow2().putInt(100, Integer.MAX_VALUE), "damaged");
        refuses("b.qcow2", qcow2().putInt(100, -1), "damaged");
    }

    @Test
    void readsAMonolithicVmdk() throws IOException {
        assertThat(read("a.vmdk", vmdk("createType=\"monolithicSparse\"")).format())
                .isEqualTo("vmdk");
    }

    @Test
    void refusesAVmdkWithAParent() throws IOException {
        refuses("a.vmdk", vmdk("createType=\"monolithicSparse\"\nparentFileNameHint=\"/etc/shadow\""), "other files");
    }

    @Test
    void refusesAVmdkOfSeveralFiles() throws IOException {
        refuses("a.vmdk", vmdk("createType=\"twoGbMaxExtentSparse\""), "other files");
    }

    @Test
    void refusesAVmdkThatIsOnlyADescription() throws IOException {
        ByteBuffer text = ByteBuffer.allocate(1024).put("# Disk DescriptorFile\n".getBytes(StandardCharsets.UTF_8));
        refuses("a.vmdk", text, "lists other files");
    }

    @Test
    void refusesADifferencingVdi() throws IOException {
        ByteBuffer vdi = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        refuses("a.vdi", vdi.putInt(0x40, 0xbeda107f).putInt(0x4c, 4), "difference");
    }

    @Test
    void takesARawImageWithABootSector() throws IOException {
        assertThat(read("disk", ByteBuffer.allocate(4096).putShort(510, (short) 0x55AA))
                        .format())
                .isEqualTo("raw");
    }

    @Test
    void refusesWhatIsNoDiskImage() throws IOException {
        refuses("letter.txt", ByteBuffer.allocate(4096), "no disk image");
    }

    @Test
    void refusesAFileThatIsTooSmall() throws IOException {
        refuses("a.qcow2", ByteBuffer.allocate(10), "too small");
    }

    @Test
    void namesAFileThatIsMissing() {
        assertThatThrownBy(() -> DiskImage.read(folder.resolve("gone.qcow2")))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("gone.qcow2");
    }

    private DiskImage read(String name, ByteBuffer bytes) throws IOException {
        return DiskImage.read(Files.write(folder.resolve(name), bytes.array()));
    }

    private void refuses(String name, ByteBuffer bytes, String why) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes.array());
        assertThatThrownBy(() -> DiskImage.read(file))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining(why)
                .hasMessageContaining(name);
    }

    private static ByteBuffer qcow2() {
        return ByteBuffer.allocate(1024)
                .putInt(0, 0x514649fb)
                .putInt(4, 3)
                .putLong(24, 1L << 30)
                .putInt(100, 104);
    }

    private static ByteBuffer vmdk(String description) {
        ByteBuffer image = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        image.put(0, "KDMV".getBytes(StandardCharsets.US_ASCII));
        image.putLong(28, 1).putLong(36, 2);
        return image.put(512, description.getBytes(StandardCharsets.US_ASCII));
    }
}
