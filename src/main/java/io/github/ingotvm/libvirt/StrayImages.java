package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.libvirt.xml.PoolXml;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Volume;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.StoragePoolPointer;
import org.libvirt.jna.StorageVolPointer;

/**
 * Images that lie in no pool. libvirt tells of volumes alone: so an image's folder is a pool for the length of a look. Such a pool is never
 * written down, and changes nothing in its folder.
 */
final class StrayImages {
    private static final String PREFIX = "ingot-look-";

    private final Connection connection;

    StrayImages(Connection connection) {
        this.connection = connection;
    }

    Optional<Volume> find(String path) {
        @Nullable Path folder = path.startsWith("/") ? Path.of(path).getParent() : null;
        if (folder == null) {
            return Optional.empty();
        }
        try (Handle<ConnectionPointer> lease = connection.lease()) {
            Optional<Handle<StoragePoolPointer>> pool = open(lease.get(), folder.toString());
            if (pool.isEmpty()) {
                return Optional.empty();
            }
            try (Handle<StoragePoolPointer> open = pool.get()) {
                try {
                    return read(open.get(), String.valueOf(Path.of(path).getFileName()));
                } finally {
                    Virt.X.virStoragePoolDestroy(open.get());
                }
            }
        }
    }

    /** Empty when there is no such folder, or a pool has it that is not active. */
    private static Optional<Handle<StoragePoolPointer>> open(ConnectionPointer connection, String folder) {
        String name = PREFIX + Integer.toHexString(folder.hashCode());
        StoragePoolPointer pool = Virt.X.virStoragePoolCreateXML(connection, PoolXml.compose(name, folder), 0);
        if (pool == null) {
            requireConnected(Errors.last("look at " + folder));
            // Somebody else looks there, too, or was interrupted when he did.
            pool = Virt.X.virStoragePoolLookupByName(connection, name);
        }
        return Optional.ofNullable(pool).map(p -> new Handle<>(p, Virt.X::virStoragePoolFree));
    }

    private static Optional<Volume> read(StoragePoolPointer pool, String name) {
        StorageVolPointer pointer = Virt.X.virStorageVolLookupByName(pool, name);
        if (pointer == null) {
            requireConnected(Errors.last("look at " + name));
            return Optional.empty();
        }
        try (Vol vol = new Vol(pointer)) {
            return Optional.of(vol.read(""));
        }
    }

    private static void requireConnected(HypervisorException e) {
        if (e.kind() == Kind.DISCONNECTED) {
            throw e;
        }
    }
}
