package io.github.ingotvm.testkit.debian;

import io.github.ingotvm.testkit.linux.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A disc with the kernel and the initial file system that Debian boots from the network, where Debian's discs have theirs. */
public final class NetbootDisc {
    private final Path work;
    private final Path images;
    private final String version;

    private NetbootDisc(Path work, Path images, String version) {
        this.work = work;
        this.images = images;
        this.version = version;
    }

    /**
     * @param archive a package of debian-installer-netboot-images
     * @param work a folder that holds nothing else, or what an earlier call left there
     */
    public static NetbootDisc unpack(Path archive, Path work) throws IOException {
        Programs.text(
                work, "dpkg-deb", "-x", archive.toString(), work.resolve("tree").toString());
        String version = archive.getFileName().toString().replaceAll("\\D*(\\d+).*", "$1");
        try (Stream<Path> all = Files.walk(work.resolve("tree"))) {
            Path images = all.filter(f -> f.endsWith(Path.of("text/debian-installer/amd64")))
                    .findFirst()
                    .orElseThrow(() -> new IOException(archive + " has no text installer"));
            return new NetbootDisc(work, images, version);
        }
    }

    /** The version of its kernel, as {@code uname -r} says it. */
    String kernel() throws IOException {
        byte[] head = Files.readAllBytes(images.resolve("linux"));
        int at = ((head[0x20e] & 0xff) | ((head[0x20f] & 0xff) << 8)) + 0x200;
        int end = at;
        while (head[end] != 0 && head[end] != ' ') {
            end++;
        }
        return new String(head, at, end - at, StandardCharsets.US_ASCII);
    }

    /** Writes the disc, once. */
    public Path write(Path disc) throws IOException {
        Path content = work.resolve("disc");
        Path installer = Files.createDirectories(content.resolve("install.amd"));
        Files.move(images.resolve("initrd.gz"), installer.resolve("initrd.gz"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(images.resolve("linux"), installer.resolve("vmlinuz"), StandardCopyOption.REPLACE_EXISTING);
        Files.write(content.resolve("boot.img"), new byte[2048]); // nobody boots from it
        String label = "Debian " + version + ".1.0 amd64 n";
        Programs.bytes(
                work,
                List.of(
                        "xorriso",
                        "-as",
                        "mkisofs",
                        "-r",
                        "-volid",
                        label,
                        "-b",
                        "boot.img",
                        "-no-emul-boot",
                        "-o",
                        disc.toString(),
                        content.toString()));
        return disc;
    }
}
