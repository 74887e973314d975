package io.github.ingotvm.e2e;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Layers as the file system has them: their bytes and, by qemu-img, their chains. */
final class Layers {
    private static final Pattern IMAGE = Pattern.compile("(?m)^image: (.*)$");

    private Layers() {}

    /** SHA-256 of every layer of every golden image of the machine, by path. */
    static Map<String, String> goldenBytes(VirtualMachine machine) {
        Map<String, String> bytes = new TreeMap<>();
        for (GoldenVersion version : machine.mark().golden()) {
            version.seals().forEach(seal -> bytes.put(seal.path(), sha256(Path.of(seal.path()))));
        }
        return bytes;
    }

    static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 20];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The chain of an image, top first; fails when a file of it is missing or damaged. */
    static List<String> chain(String image) {
        Matcher found = IMAGE.matcher(Command.run(List.of("qemu-img", "info", "-U", "--backing-chain", image)));
        return found.results().map(r -> r.group(1)).toList();
    }
}
