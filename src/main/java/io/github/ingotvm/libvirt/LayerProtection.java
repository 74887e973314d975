package io.github.ingotvm.libvirt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Read-only layers, where their files are this computer's and ours to change. One fence more, not the only one. */
final class LayerProtection {
    private static final Logger LOG = LoggerFactory.getLogger(LayerProtection.class);

    private final ConnectionUri uri;

    LayerProtection(ConnectionUri uri) {
        this.uri = uri;
    }

    void protect(String path, boolean readOnly) {
        if (!uri.isLocal()) {
            return;
        }
        try {
            Files.setPosixFilePermissions(
                    Path.of(path), PosixFilePermissions.fromString(readOnly ? "r--r--r--" : "rw-------"));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("{} stays as writable as it is: {}", path, e.toString());
        }
    }
}
