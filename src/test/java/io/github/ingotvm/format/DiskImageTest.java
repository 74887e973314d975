package io.github.ingotvm.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disk images of every format, honest ones and those that lie. */
@SuppressWarnings("ByteBufferBackingArray") // All of them come from allocate().
class DiskImageTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void everyFormatBecomesTheSameQcow2Image() throws IOException {
        byte[] expected = convert("a.raw", Images.raw());
        assertThat(expected).containsSequence(Images.TEXT);
        assertThat(convert("a.vmdk", Images.vmdk().array())).isEqualTo(expected);
        assertThat(convert("s.vmdk", Images.streamVmdk())).isEqualTo(expected);
        assertThat(convert("a.vdi", Images.vdi().array())).isEqualTo(expected);
        assertThat(convert("a.vhd", Images.vhd().array())).isEqualTo(expected);
        assertThat(convert("f.vhd", Images.fixedVhd())).isEqualTo(expected);
        assertThat(convert("a.vhdx", Images.vhdx().array())).isEqualTo(expected);
        for (Compression compression : Compression.values()) {
            String name = "b.raw" + compression.suffix();
            assertThat(convert(name, CompressionTest.pack(compression, Images.raw())))
                    .as(name)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aQcow2ImageIsTakenAsItIsPackedOrNot() throws IOException {
        byte[] image = Images.qcow2().array();
        assertThat(convert("a.qcow2", image)).isEqualTo(image);
        assertThat(convert("a.qcow2.zst", CompressionTest.pack(Compression.ZSTD, image)))
                .isEqualTo(image);
    }

    @Test
    void theFormatIsToldByTheBytesNotByTheName() throws IOException {
        assertThat(format("wrong.raw", Images.vdi().array())).isEqualTo(DiskFormat.VDI);
        assertThat(format("wrong.qcow2", Images.vhdx().array())).isEqualTo(DiskFormat.VHDX);
    }

    @Test
    void refusesAQcow2ImageWithABackingFile() {
        refuses("a.qcow2", Images.qcow2().putLong(8, 104).putInt(16, 11), "backing file");
    }

    @Test
    void refusesAPackedQcow2ImageWithABackingFile() throws IOException {
        byte[] evil = Images.qcow2().putLong(8, 104).putInt(16, 11).array();
        Path file = Files.write(folder.resolve("a.qcow2.gz"), CompressionTest.pack(Compression.GZIP, evil));
        assertThatThrownBy(() -> open(file)).hasMessageContaining("backing file");
    }

    @Test
    void refusesAQcow2ImageWithAnExternalDataFile() {
        refuses("a.qcow2", Images.qcow2().putLong(72, 4), "another file");
        refuses("a.qcow2", Images.qcow2().putInt(104, 0x44415441).putInt(108, 8), "another file");
    }

    @Test
    void refusesEncryptedImages() {
        refuses("a.qcow2", Images.qcow2().putInt(32, 2), "encrypted");
        ByteBuffer luks = ByteBuffer.allocate(4096).put(0, "LUKS\u00ba\u00be".getBytes(StandardCharsets.ISO_8859_1));
        refuses("a.raw", luks, "encrypted");
        refuses("a.vmdk", Images.vmdk("createType=\"monolithicSparse\"\nencryption.keySafe=\"x\""), "encrypted");
    }

    @Test
    void anExtensionWithALyingLengthDoesNotHangOrCrash() throws IOException {
        byte[] image = Images.qcow2().putInt(104, 0x12345678).putInt(108, -1).array();
        assertThat(format("a.qcow2", image)).isEqualTo(DiskFormat.QCOW2);
    }

    @Test
    void refusesSizesThatLie() {
        refuses("a.qcow2", Images.qcow2().putInt(100, Integer.MAX_VALUE), "damaged");
        refuses("a.qcow2", Images.qcow2().putInt(100, -1), "damaged");
        refuses("a.qcow2", Images.qcow2().putLong(24, 1L << 60), "impossible size");
        refuses("a.qcow2", Images.qcow2().putLong(24, -1), "impossible size");
        refuses("a.qcow2", Images.qcow2().putLong(40, 1L << 50), "cut off");
        refuses("a.qcow2", Images.qcow2().putInt(36, -1), "cut off");
        refuses("a.vmdk", Images.vmdk().putLong(12, 1L << 50), "");
        refuses("a.vmdk", Images.vmdk().putLong(20, 3), "impossible size");
        refuses("a.vmdk", Images.vmdk().putLong(56, 1L << 30), "cut off");
        refuses("a.vdi", Images.vdi().putLong(0x170, 1L << 60), "impossible size");
        refuses("a.vdi", Images.vdi().putLong(0x170, 1L << 45), "cut off");
        refuses("a.vdi", Images.vdi().putInt(0x178, 7), "impossible size");
        refuses("a.vhdx", Images.vhdx().putInt((192 << 10) + 8, -1), "cut off");
        refuses("a.vhdx", Images.vhdx().putLong((1 << 20) + (64 << 10) + 16, 1L << 60), "impossible size");
    }

    @Test
    void refusesWhatNeedsOtherFiles() {
        refuses(
                "a.vmdk",
                Images.vmdk("createType=\"monolithicSparse\"\nparentFileNameHint=\"/etc/shadow\""),
                "other files");
        refuses("a.vmdk", Images.vmdk("createType=\"monolithicSparse\"\nparentCID=12345678"), "other files");
        refuses("a.vmdk", Images.vmdk("createType=\"twoGbMaxExtentSparse\""), "other files");
        refuses(
                "a.vmdk",
                Images.vmdk("createType=\"monolithicSparse\"\nRW 1 SPARSE \"a\"\nRW 1 FLAT \"/etc/shadow\" 0"),
                "other files");
        ByteBuffer text = ByteBuffer.allocate(1024).put("# Disk DescriptorFile\n".getBytes(StandardCharsets.UTF_8));
        refuses("a.vmdk", text, "lists other files");
        refuses("a.vdi", Images.vdi().putInt(0x4c, 4), "difference");
        refuses("a.vhdx", Images.vhdx().putInt((1 << 20) + (64 << 10) + 4, 2), "difference");
        ByteBuffer difference = Images.vhd();
        difference.put(difference.capacity() - 512, Images.vhdFooter(4, 512));
        refuses("a.vhd", difference, "difference");
    }

    @Test
    void refusesAVhdxImageThatWasNotClosedInOrder() {
        refuses("a.vhdx", Images.vhdx().putLong((64 << 10) + 48, 1), "not closed");
    }

    @Test
    void refusesWhatIsNoDiskImage() {
        refuses("letter.txt", ByteBuffer.allocate(4096), "no disk image");
        refuses("a.qcow2", ByteBuffer.allocate(10), "too small");
    }

    @Test
    void takesARawImageWithABootSector() throws IOException {
        byte[] disk = ByteBuffer.allocate(4096).putShort(510, (short) 0x55AA).array();
        assertThat(format("disk", disk)).isEqualTo(DiskFormat.RAW);
    }

    @Test
    void namesAFileThatIsMissing() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> open(folder.resolve("gone.qcow2")))
                .withMessageContaining("gone.qcow2");
    }

    /** Whatever is done to them: an answer or an {@link IOException}, no hanging, no running out of memory. */
    @Test
    void damagedImagesAreReadOrRefused() throws IOException {
        Random random = new Random(20261125);
        for (byte[] whole : new byte[][] {
            Images.qcow2().array(),
            Images.vmdk().array(),
            Images.streamVmdk(),
            Images.vdi().array(),
            Images.vhd().array(),
            Images.vhdx().array()
        }) {
            for (int i = 0; i < 60; i++) {
                byte[] bad = i % 4 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                for (int n = 0; n < 20 && bad.length > 0; n++) {
                    int within = n % 2 == 0 ? Math.min(bad.length, 4096) : bad.length;
                    bad[random.nextInt(within)] = (byte) random.nextInt();
                }
                try {
                    convert("bad.img", bad);
                } catch (IOException e) {
                    assertThat(e).isNotNull();
                }
            }
        }
    }

    private static ImportableDisk open(Path file) throws IOException {
        return ImportableDisk.open(file);
    }

    private DiskFormat format(String name, byte[] bytes) throws IOException {
        try (ImportableDisk disk = open(Files.write(folder.resolve(name), bytes))) {
            return disk.format();
        }
    }

    private byte[] convert(String name, byte[] bytes) throws IOException {
        try (ImportableDisk disk = open(Files.write(folder.resolve(name), bytes))) {
            ImportableDisk.Image image = disk.prepare(done -> {});
            try (InputStream in = image.open()) {
                byte[] all = in.readNBytes(64 << 20);
                assertThat((long) all.length).isEqualTo(Math.min(image.length(), 64 << 20));
                return all;
            }
        }
    }

    private void refuses(String name, ByteBuffer bytes, String why) {
        assertThatExceptionOfType(MalformedException.class)
                .as(why)
                .isThrownBy(() -> convert(name, bytes.array()))
                .withMessageContaining(why);
    }
}
