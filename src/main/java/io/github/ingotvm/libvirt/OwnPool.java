package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.libvirt.xml.PoolXml;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.VirtualMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.StoragePoolPointer;

/** Ingot's own pool: found once for each connection, made and started at first need. */
final class OwnPool {
    private static final int BUILD_NEW = 0;

    private final Connection connection;
    private final MachineReader machines;
    private final String wantedFolder;
    private @Nullable Known known;

    OwnPool(Connection connection, MachineReader machines, Map<String, String> environment) {
        this.connection = connection;
        this.machines = machines;
        this.wantedFolder = folder(connection.uri(), environment);
    }

    /** The folder of its volumes, as the hypervisor's host sees it. */
    String folder() {
        return known().folder;
    }

    /** Whether a path is that of a volume of this pool, as far as that is known without asking. */
    synchronized boolean holds(String path) {
        return known != null && path.startsWith(known.folder + "/") && path.indexOf('/', known.folder.length() + 1) < 0;
    }

    /** Works on the pool; once more from the start when it turns out to have been stopped or replaced behind our back. */
    <T> T with(Function<StoragePoolPointer, T> work) {
        try {
            return attempt(work);
        } catch (HypervisorException e) {
            if (!isStale(e)) {
                throw e;
            }
            forget();
            return attempt(work);
        }
    }

    /** The pool as it is now, started again when it was stopped or its folder went away meanwhile. */
    Pool read() {
        String folder = folder();
        if (connection.uri().isLocal() && Files.notExists(Path.of(folder))) {
            attempt(pool -> Virt.X.virStoragePoolRefresh(pool, 0)); // libvirt notices too, and stops the pool
            forget();
        }
        return readActive()
                .or(() -> {
                    forget();
                    return readActive();
                })
                .orElseThrow(() -> new HypervisorException(
                        Kind.FAILED,
                        "The storage pool “ingot” does not stay active; look at it with virsh pool-info ingot."));
    }

    private Optional<Pool> readActive() {
        return with(pool -> Pools.read(pool).filter(Pool::active));
    }

    private <T> T attempt(Function<StoragePoolPointer, T> work) {
        try (Handle<StoragePoolPointer> pool = lease()) {
            return work.apply(pool.get());
        }
    }

    private synchronized Handle<StoragePoolPointer> lease() {
        return known().lease();
    }

    private static boolean isStale(HypervisorException e) {
        return Errors.isCode(e, Errors.NO_STORAGE_POOL)
                || (Errors.isCode(e, Errors.OPERATION_INVALID) && Errors.says(e, "is not active"));
    }

    private synchronized void forget() {
        if (known != null) {
            known.close();
            known = null;
        }
    }

    private synchronized Known known() {
        Link link = connection.link();
        Known now = known;
        if (now == null || now.link != link) {
            forget();
            now = open(link);
            known = now;
        }
        return now;
    }

    private Known open(Link link) {
        try (Handle<ConnectionPointer> lease = connection.lease()) {
            StoragePoolPointer pool = Virt.X.virStoragePoolLookupByName(lease.get(), Volumes.POOL);
            if (pool == null) {
                HypervisorException e = Errors.last("find the storage pool “ingot”");
                if (e.kind() != Kind.NOT_FOUND) {
                    throw e;
                }
                pool = make(lease.get());
            }
            try {
                String folder = PoolXml.folder(
                        Errors.check(Virt.X.virStoragePoolGetXMLDesc(pool, 0), "read the storage pool “ingot”")
                                .toString());
                if (Virt.X.virStoragePoolIsActive(pool) != 1) {
                    start(pool, folder);
                }
                return new Known(link, pool, folder);
            } catch (HypervisorException e) {
                Virt.X.virStoragePoolFree(pool);
                throw e;
            }
        }
    }

    private StoragePoolPointer make(ConnectionPointer pointer) {
        String xml = PoolXml.compose(Volumes.POOL, wantedFolder);
        return Errors.check(
                Virt.X.virStoragePoolDefineXML(pointer, xml, 0), "make the storage pool “ingot” in " + wantedFolder);
    }

    /** A folder that is gone is made anew only when no machine had anything in it: else a disk not mounted would be papered over. */
    private void start(StoragePoolPointer pool, String folder) {
        Virt.X.virStoragePoolSetAutostart(pool, 1);
        if (Virt.X.virStoragePoolCreate(pool, 0) == 0) {
            return;
        }
        Optional<String> user = machines.all().stream()
                .filter(machine -> hasFilesIn(machine, folder))
                .map(VirtualMachine::displayName)
                .findFirst();
        if (user.isPresent()) {
            throw new HypervisorException(
                    Kind.FAILED,
                    "The folder " + folder + " of the storage pool “ingot” is gone, but “" + user.get()
                            + "” has its disk there; bring the folder back (is its disk mounted?).");
        }
        Errors.check(Virt.X.virStoragePoolBuild(pool, BUILD_NEW), "make the folder " + folder);
        if (Virt.X.virStoragePoolCreate(pool, 0) < 0 && Virt.X.virStoragePoolIsActive(pool) != 1) {
            throw Errors.last("start the storage pool “ingot” in " + folder);
        }
    }

    private static boolean hasFilesIn(VirtualMachine machine, String folder) {
        Hardware hardware = machine.hardware();
        return Stream.concat(
                        hardware.disks().stream().map(Disk::source).flatMap(Optional::stream),
                        hardware.nvram().stream())
                .anyMatch(path -> path.startsWith(folder + "/"));
    }

    private static String folder(ConnectionUri uri, Map<String, String> environment) {
        String override = environment.getOrDefault("INGOT_POOL_DIR", "");
        if (!override.isEmpty()) {
            return override;
        }
        if (!uri.isLocal() || !uri.isSession()) {
            return "/var/lib/ingot/images";
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", "/"));
        return (data.isEmpty() ? home + "/.local/share" : data) + "/ingot/images";
    }

    private static final class Known {
        private final Link link;
        private final Handle<StoragePoolPointer> pool;
        private final String folder;

        Known(Link link, StoragePoolPointer pool, String folder) {
            this.link = link;
            this.pool = new Handle<>(pool, Virt.X::virStoragePoolFree);
            this.folder = folder;
        }

        Handle<StoragePoolPointer> lease() {
            Virt.X.virStoragePoolRef(pool.get());
            return new Handle<>(pool.get(), Virt.X::virStoragePoolFree);
        }

        void close() {
            pool.close();
        }
    }
}
