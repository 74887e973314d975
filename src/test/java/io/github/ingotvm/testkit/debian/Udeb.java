package io.github.ingotvm.testkit.debian;

import io.github.ingotvm.testkit.linux.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * A component of the installer that was put together here.
 *
 * @param file the archive
 * @param stanza what an index says of it, with size and checksum
 */
record Udeb(Path file, Stanza stanza) {
    private static final String POOL = "pool/ingot/";

    /**
     * Packs a tree; its {@code DEBIAN} folder is written here.
     *
     * @param after a script that runs once it is unpacked; empty for none
     */
    static Udeb pack(Stanza control, Path tree, String after, Path folder) throws IOException {
        Path debian = Files.createDirectories(tree.resolve("DEBIAN"));
        Files.writeString(debian.resolve("control"), control.text());
        if (!after.isEmpty()) {
            Path script = Files.writeString(debian.resolve("postinst"), "#!/bin/sh\n" + after + "\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setPosixFilePermissions(debian, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path file = folder.resolve(control.name() + ".udeb");
        Programs.text(folder, "dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "-b", tree.toString(), file.toString());
        byte[] bytes = Files.readAllBytes(file);
        return new Udeb(
                file,
                control.with(Map.of(
                        "Filename", POOL + file.getFileName(),
                        "Size", String.valueOf(bytes.length),
                        "MD5sum", sum("MD5", bytes),
                        "SHA256", sum("SHA-256", bytes))));
    }

    static String sum(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
