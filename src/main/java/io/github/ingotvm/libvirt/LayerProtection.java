package io.github.ingotvm.libvirt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Read-only layers, where their files are this computer's and ours to change. Who may read them stays: a file that was there before Ingot may
 * be meant for others, or for nobody else. One fence more, not the only one.
 */
final class LayerProtection {
    private static final Logger LOG = LoggerFactory.getLogger(LayerProtection.class);

    private static final Set<PosixFilePermission> WRITE = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final ConnectionUri uri;

    LayerProtection(ConnectionUri uri) {
        this.uri = uri;
    }

    void protect(String path, boolean readOnly) {
        if (!uri.isLocal()) {
            return;
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(Path.of(path));
            if (readOnly) {
                permissions.removeAll(WRITE);
            } else {
                permissions.add(PosixFilePermission.OWNER_WRITE);
            }
            Files.setPosixFilePermissions(Path.of(path), permissions);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("{} stays as writable as it is: {}", path, e.toString());
        }
    }
}
