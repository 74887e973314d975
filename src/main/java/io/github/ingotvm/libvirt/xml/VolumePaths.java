package io.github.ingotvm.libvirt.xml;

import java.util.Optional;

/** Where the volumes are that definitions name by pool and volume. */
@FunctionalInterface
public interface VolumePaths {
    /** Knows none. */
    VolumePaths NONE = (pool, volume) -> Optional.empty();

    Optional<String> path(String pool, String volume);
}
