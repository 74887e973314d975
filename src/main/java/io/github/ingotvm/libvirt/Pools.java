package io.github.ingotvm.libvirt;

import com.sun.jna.ptr.PointerByReference;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.libvirt.xml.PoolXml;
import io.github.ingotvm.libvirt.xml.VolumePaths;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.StoragePoolPointer;
import org.libvirt.jna.StorageVolPointer;
import org.libvirt.jna.virStoragePoolInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All storage pools of the connection. */
final class Pools implements VolumePaths {
    private static final Logger LOG = LoggerFactory.getLogger(Pools.class);
    /** With less than this a disk counts as full, in bytes. */
    static final long ROOM = 16L << 20;

    private static final int ATTEMPTS = 10;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Connection connection;

    Pools(Connection connection) {
        this.connection = connection;
    }

    List<Pool> list() {
        List<Pool> pools = new ArrayList<>();
        forEach((pointer, pool) -> pools.add(pool));
        return List.copyOf(pools);
    }

    /** Calls back for every pool; its pointer is good for the length of the call. */
    void forEach(BiConsumer<StoragePoolPointer, Pool> action) {
        try (Handle<ConnectionPointer> lease = connection.lease()) {
            PointerByReference array = new PointerByReference();
            int count =
                    Errors.check(Virt.X.virConnectListAllStoragePools(lease.get(), array, 0), "list the storage pools");
            try (ObjectArray.Owned<StoragePoolPointer> all =
                    ObjectArray.take(array, count, StoragePoolPointer::new, Virt.X::virStoragePoolFree)) {
                for (StoragePoolPointer pointer : all.all()) {
                    read(pointer).ifPresent(pool -> action.accept(pointer, pool));
                }
            }
        }
    }

    /** The pool of this name after a fresh look at its storage. */
    Optional<Pool> freshly(String name) {
        List<Pool> found = new ArrayList<>();
        forEach((pointer, pool) -> {
            if (pool.active() && pool.name().equals(name)) {
                refresh(pointer);
                read(pointer).ifPresent(found::add);
            }
        });
        return found.stream().findFirst();
    }

    /** Whether the storage of a pool, looked at afresh, has no room left to speak of. */
    static boolean isFull(StoragePoolPointer pointer) {
        return hasLessThan(ROOM, pointer);
    }

    /** The same with another measure, in bytes. */
    static boolean hasLessThan(long bytes, StoragePoolPointer pointer) {
        refresh(pointer);
        return read(pointer).filter(p -> p.free() < bytes).isPresent();
    }

    static Optional<Pool> read(StoragePoolPointer pointer) {
        CString xml = Virt.X.virStoragePoolGetXMLDesc(pointer, 0);
        virStoragePoolInfo info = new virStoragePoolInfo();
        if (xml == null || Virt.X.virStoragePoolGetInfo(pointer, info) < 0) {
            HypervisorException e = Errors.last("read a storage pool");
            if (e.kind() == Kind.DISCONNECTED) {
                throw e;
            }
            return Optional.empty(); // removed meanwhile
        }
        boolean active = Virt.X.virStoragePoolIsActive(pointer) == 1;
        String text = xml.toString();
        return Optional.of(new Pool(PoolXml.name(text), PoolXml.folder(text), active, info.available));
    }

    /**
     * Lets libvirt look at the storage afresh. A pool in which something is being made or copied cannot be looked at; after a
     * little patience what is known of it must do.
     */
    static void refresh(StoragePoolPointer pool) {
        for (int attempt = 1; Virt.X.virStoragePoolRefresh(pool, 0) < 0; attempt++) {
            LibvirtError error = Errors.lastError();
            HypervisorException e = Errors.translate(error, "look at a storage pool");
            if (e.kind() == Kind.DISCONNECTED) {
                throw e;
            }
            if (!error.says("asynchronous jobs") || attempt == ATTEMPTS) {
                LOG.info("Pool not refreshed: {}", error.text());
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public Optional<String> path(String pool, String volume) {
        try (Handle<ConnectionPointer> lease = connection.lease()) {
            StoragePoolPointer found = Virt.X.virStoragePoolLookupByName(lease.get(), pool);
            if (found == null) {
                return Optional.empty();
            }
            try (Handle<StoragePoolPointer> handle = new Handle<>(found, Virt.X::virStoragePoolFree)) {
                StorageVolPointer vol = Virt.X.virStorageVolLookupByName(handle.get(), volume);
                if (vol == null) {
                    return Optional.empty();
                }
                try (Vol v = new Vol(vol)) {
                    return Optional.of(v.path());
                }
            }
        }
    }
}
