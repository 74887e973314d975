package io.github.ingotvm.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains as {@code qemu-img} and {@code qemu-io} make them, read by Ingot and compared with what QEMU reads. */
class DiskChainIT {
    private static final long SIZE = (37L << 20) + 512;

    @TempDir
    private Path folder = Path.of("");

    private Path raw = Path.of("");

    @BeforeEach
    void aDiskWithHolesNoiseAndExplicitZeros() throws IOException {
        raw = folder.resolve("base.raw");
        try (RandomAccessFile file = new RandomAccessFile(raw.toFile(), "rw")) {
            file.setLength(SIZE);
            byte[] noise = new byte[300_000];
            new Random(5).nextBytes(noise);
            file.seek(70_000);
            file.write(noise);
            file.seek(20 << 20);
            file.write(
                    "text that can be compressed ".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            file.seek(SIZE - 700);
            file.write(noise, 0, 700);
        }
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(process.exitValue()).as("%s: %s", List.of(command), said).isZero();
    }

    private String made(String name, String format, String... options) throws IOException {
        String path = folder.resolve(name).toString();
        String[] start = {"qemu-img", "convert", "-f", "raw", "-O", format};
        String[] all = new String[start.length + options.length + 2];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(options, 0, all, start.length, options.length);
        all[all.length - 2] = raw.toString();
        all[all.length - 1] = path;
        run(all);
        return path;
    }

    private static DiskChain open(String path, String format) throws IOException {
        return DiskChain.open(path, format, p -> FileBytes.of(Path.of(p)));
    }

    private static String digest(String path, String format) throws IOException {
        try (DiskChain chain = open(path, format)) {
            return ContentDigest.of(chain, at -> {});
        }
    }

    @Test
    void theContentOfADiskHasOneDigestHoweverItIsKept() throws IOException {
        String wanted = digest(raw.toString(), "raw");

        for (String path : List.of(
                made("plain.qcow2", "qcow2"),
                made("packed.qcow2", "qcow2", "-c"),
                made("zstd.qcow2", "qcow2", "-c", "-o", "compression_type=zstd"),
                made("small.qcow2", "qcow2", "-o", "cluster_size=4k"),
                made("large.qcow2", "qcow2", "-o", "cluster_size=2M"),
                made("old.qcow2", "qcow2", "-o", "compat=0.10"),
                made("full.qcow2", "qcow2", "-S", "0", "-o", "preallocation=full"))) {
            assertThat(digest(path, "qcow2")).as(path).isEqualTo(wanted);
        }
    }

    @Test
    void aChainIsReadAsQemuReadsIt() throws IOException {
        String base = made("base.qcow2", "qcow2", "-c");
        String middle = overlay("middle.qcow2", base, "-o", "cluster_size=4k");
        run(
                "qemu-io",
                "-f",
                "qcow2",
                "-c",
                "write -P 7 100k 200k",
                "-c",
                "write -z 20M 300k",
                "-c",
                "discard 22M 1M",
                middle);
        String top = overlay("top.qcow2", middle);
        run("qemu-io", "-f", "qcow2", "-c", "write -P 9 150k 3k", "-c", "write -z -u 210k 64k", top);
        Path flat = folder.resolve("flat.raw");
        run("qemu-img", "convert", "-O", "raw", top, flat.toString());

        try (DiskChain chain = open(top, "qcow2");
                InputStream expected = Files.newInputStream(flat)) {
            byte[] buffer = new byte[100_001]; // never where clusters begin
            for (long at = 0; at < chain.size(); at += buffer.length) {
                int length = (int) Math.min(buffer.length, chain.size() - at);
                chain.read(at, buffer, length);
                assertThat(java.util.Arrays.copyOf(buffer, length)).isEqualTo(expected.readNBytes(length));
            }
        }
        assertThat(digest(top, "qcow2")).isEqualTo(digest(flat.toString(), "raw"));
    }

    private String overlay(String name, String backing, String... options) throws IOException {
        String path = folder.resolve(name).toString();
        String[] start = {"qemu-img", "create", "-q", "-f", "qcow2", "-b", backing, "-F", "qcow2"};
        String[] all = new String[start.length + options.length + 1];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(options, 0, all, start.length, options.length);
        all[all.length - 1] = path;
        run(all);
        return path;
    }

    @Test
    void whatIsWrittenAsVmdkIsTheSameDisk() throws IOException {
        String chain = overlay("over.qcow2", made("base.qcow2", "qcow2"));
        Path vmdk = folder.resolve("out.vmdk");
        String read;
        try (DiskChain disk = open(chain, "qcow2");
                OutputStream out = Files.newOutputStream(vmdk)) {
            read = VmdkWriter.write(disk, "out.vmdk", out, at -> {});
        }

        assertThat(read).isEqualTo(digest(raw.toString(), "raw"));
        run("qemu-img", "compare", "-f", "qcow2", "-F", "vmdk", chain, vmdk.toString());
        run("qemu-img", "check", "-f", "vmdk", vmdk.toString());
        try (ByteSource source = ByteSource.of(vmdk)) {
            assertThat(ContentDigest.of(DiskImage.read(source, "out.vmdk").open(), at -> {}))
                    .isEqualTo(read);
        }
        assertThat(Files.size(vmdk)).isLessThan(600_000);
    }

    @Test
    void whatCannotBeReadIsRefused() throws IOException {
        String base = made("base.qcow2", "qcow2");
        String top = overlay("top.qcow2", base);
        Files.delete(Path.of(base));
        assertThatThrownBy(() -> open(top, "qcow2")).isInstanceOf(IOException.class);
        Files.write(Path.of(base), new byte[100_000]);
        assertThatThrownBy(() -> open(top, "qcow2")).isInstanceOf(MalformedException.class);
        String extended = made("extended.qcow2", "qcow2", "-o", "extended_l2=on,cluster_size=64k");
        assertThatThrownBy(() -> open(extended, "qcow2")).isInstanceOf(MalformedException.class);
    }
}
