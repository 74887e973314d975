package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.libvirt.jna.ConnectionPointer;

/** SHA-256 of a volume's file: read directly where that can be done, else through libvirt. */
final class VolumeDigest {
    private static final int BUFFER = 1 << 20;

    private final Connection connection;

    VolumeDigest(Connection connection) {
        this.connection = connection;
    }

    String of(Vol vol, Progress progress) {
        String path = vol.path();
        Path file = Path.of(path);
        if (connection.uri().isLocal() && Files.isRegularFile(file) && Files.isReadable(file)) {
            return read(file, progress);
        }
        return receive(vol, path, progress);
    }

    private static String read(Path file, Progress progress) {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            long length = Files.size(file);
            byte[] buffer = new byte[BUFFER];
            long done = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                done += n;
                report(progress, done, length);
            }
        } catch (IOException e) {
            throw new HypervisorException(Kind.FAILED, file + " cannot be read: " + e.getMessage() + "; check it.", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A length of 0 asks libvirt for everything up to the end. */
    private String receive(Vol vol, String path, Progress progress) {
        MessageDigest digest = sha256();
        String doing = "read " + path;
        long length = vol.length();
        try (Handle<ConnectionPointer> lease = connection.lease();
                ByteStream stream = ByteStream.on(lease.get(), doing)) {
            Errors.check(Virt.X.virStorageVolDownload(vol.pointer(), stream.start(), 0, 0, 0), doing);
            long done = 0;
            for (byte[] part = stream.receive(BUFFER); part.length > 0; part = stream.receive(BUFFER)) {
                digest.update(part);
                done += part.length;
                report(progress, done, length);
            }
            stream.finish();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void report(Progress progress, long done, long length) {
        Cancellation.check(progress);
        progress.report(length <= 0 ? -1 : Math.min(1, (double) done / length), "Reading");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
