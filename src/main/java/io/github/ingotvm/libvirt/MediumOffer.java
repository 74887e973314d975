package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/** Media for machines: used where they lie when the hypervisor can read them there, else a copy of them. */
final class MediumOffer {
    private final ConnectionUri uri;

    MediumOffer(ConnectionUri uri) {
        this.uri = uri;
    }

    /** Copies what the hypervisor cannot read. */
    @FunctionalInterface
    interface Copier {
        /** @return the copy's path */
        String copy(long length, InputStream bytes);
    }

    String offer(Path file, Copier copier) {
        if (!Files.isRegularFile(file)) {
            throw new HypervisorException(Kind.INVALID, "There is no file " + file + "; choose another one.");
        }
        if (!Files.isReadable(file)) {
            throw new HypervisorException(
                    Kind.DENIED, "You may not read " + file + "; give yourself the right or choose another file.");
        }
        try {
            Path real = file.toRealPath();
            if (uri.isLocal() && (runsAsOurselves() || isReadableByAll(real))) {
                return real.toString();
            }
            try (InputStream bytes = Files.newInputStream(real)) {
                return copier.copy(Files.size(real), bytes);
            }
        } catch (IOException e) {
            throw new HypervisorException(
                    Kind.INVALID, "The file " + file + " cannot be read: " + e.getMessage() + "; check it.", e);
        }
    }

    /** A session daemon runs as the user who owns its socket. */
    private boolean runsAsOurselves() throws IOException {
        if (!uri.isSession()) {
            return false;
        }
        Optional<Path> socket = uri.socket();
        String self = System.getProperty("user.name", "");
        if (socket.isPresent() && Files.exists(socket.get())) {
            return Files.getOwner(socket.get()).getName().equals(self);
        }
        return !self.equals("root"); // root's session is the system daemon, whose machines run as somebody else
    }

    private static boolean isReadableByAll(Path file) throws IOException {
        if (!Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            return false;
        }
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
