package io.github.ingotvm.libvirt;

import com.sun.jna.ptr.PointerByReference;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.VirtualDisk;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.libvirt.xml.VolumeXml;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.StoragePoolPointer;
import org.libvirt.jna.StorageVolPointer;

final class LibvirtVolumes implements Volumes {
    private final Connection connection;
    private final Pools pools;
    private final ConnectionUri uri;
    private final OwnPool own;
    private final VolumeNaming naming;
    private final VolumeCopy copying;
    private final VolumeUpload uploading;
    private final MediumOffer offering;
    private final LayerProtection protection;
    private final Inodes inodes;
    private final StrayImages strays;
    private final Memo<String, Volume> memo = new Memo<>();
    private final VolumeDigest digests;

    LibvirtVolumes(Connection connection, Pools pools, OwnPool own) {
        this.connection = connection;
        this.pools = pools;
        this.own = own;
        this.naming = new VolumeNaming(connection, own);
        this.copying = new VolumeCopy(connection, own, this::find);
        this.uploading = new VolumeUpload(connection, own);
        this.offering = new MediumOffer(connection.uri());
        this.digests = new VolumeDigest(connection);
        this.protection = new LayerProtection(connection.uri());
        this.inodes = new Inodes(connection.uri());
        this.strays = new StrayImages(connection);
        this.uri = connection.uri();
    }

    @Override
    public List<Pool> pools() {
        return pools.list();
    }

    @Override
    public long free(Pool pool) {
        return uri.isLocal() && !pool.path().isEmpty()
                ? Path.of(pool.path()).toFile().getUsableSpace() // without a look at every volume
                : pools.freshly(pool.name()).map(Pool::free).orElse(0L);
    }

    @Override
    public Pool ownPool() {
        return own.read();
    }

    @Override
    public List<Volume> list() {
        List<Volume> volumes = new ArrayList<>();
        pools.forEach((pointer, pool) -> {
            if (pool.active()) {
                Pools.refresh(pointer);
                volumesOf(pointer, pool).forEach(v -> volumes.add(inodes.of(v)));
            }
        });
        memo.keep(volumes.stream().map(v -> v.pool() + "/" + v.name()).toList());
        return List.copyOf(volumes);
    }

    private List<Volume> volumesOf(StoragePoolPointer pointer, Pool pool) {
        PointerByReference array = new PointerByReference();
        int count = Virt.X.virStoragePoolListAllVolumes(pointer, array, 0);
        if (count < 0) {
            HypervisorException e = Errors.last("list the volumes of the storage pool “" + pool.name() + "”");
            if (e.kind() == Kind.DISCONNECTED) {
                throw e;
            }
            return List.of(); // stopped meanwhile, or its folder is gone
        }
        List<Volume> volumes = new ArrayList<>();
        try (ObjectArray.Owned<StorageVolPointer> all =
                ObjectArray.take(array, count, StorageVolPointer::new, Virt.X::virStorageVolFree)) {
            for (StorageVolPointer vol : all.all()) {
                CString xml = Virt.X.virStorageVolGetXMLDesc(vol, 0);
                if (xml != null) { // else deleted meanwhile
                    String key = pool.name() + "/" + Virt.X.virStorageVolGetName(vol);
                    volumes.add(memo.read(key, xml.toString(), text -> VolumeXml.read(text, pool.name())));
                }
            }
        }
        return volumes;
    }

    @Override
    public Optional<Volume> find(String path) {
        try (Handle<ConnectionPointer> lease = connection.lease()) {
            Optional<Vol> found = lookup(lease.get(), path);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try (Vol vol = found.get()) {
                return Optional.of(inodes.of(own.holds(path) ? vol.read(POOL) : vol.read()));
            }
        } catch (HypervisorException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<Volume> findOutside(String path) {
        return strays.find(path);
    }

    @Override
    public String pathOf(String name) {
        return naming.path(name);
    }

    @Override
    public Volume create(String name, long capacity) {
        naming.requireFree(name);
        return make(name, VolumeXml.compose(name, "qcow2", capacity), vol -> inodes.of(vol.read(POOL)));
    }

    @Override
    public String createOverlay(String name, String backing, String backingFormat) {
        naming.requireFree(name);
        try {
            make(name, VolumeXml.overlay(name, backing, backingFormat), vol -> vol);
            return naming.path(name);
        } catch (HypervisorException e) {
            if (Errors.says(e, "No such file or directory") && Errors.says(e, backing)) {
                throw new HypervisorException(
                        Kind.NOT_FOUND,
                        "The image " + backing + " that “" + name + "” shall stand on is missing; run Check.",
                        e);
            }
            throw e;
        }
    }

    private <T> T make(String name, String xml, Function<Vol, T> then) {
        return own.with(pool -> {
            StorageVolPointer made =
                    Errors.check(Virt.X.virStorageVolCreateXML(pool, xml, 0), "make the volume “" + name + "”");
            try (Vol vol = new Vol(made)) {
                return then.apply(vol);
            }
        });
    }

    @Override
    public Volume copy(String name, String source, String format, Progress progress) {
        naming.requireFree(name);
        try (Handle<ConnectionPointer> lease = connection.lease();
                Vol from = require(lease.get(), source)) {
            return inodes.of(copying.copy(name, from, format, progress));
        }
    }

    @Override
    public Volume upload(String name, String format, long length, InputStream bytes, Progress progress) {
        naming.requireFree(name);
        return inodes.of(uploading.upload(name, length, bytes, progress));
    }

    @Override
    public String offer(Path file, String name, Progress progress) {
        return offering.offer(
                file,
                (length, bytes) -> upload(name, "iso", length, bytes, progress).path());
    }

    @Override
    public byte[] read(String path, long offset, int length) {
        if (length == 0) {
            return new byte[0]; // libvirt would take it for everything
        }
        String doing = "read " + path;
        try (Handle<ConnectionPointer> lease = connection.lease();
                Vol vol = require(lease.get(), path);
                ByteStream stream = ByteStream.on(lease.get(), doing)) {
            Errors.check(Virt.X.virStorageVolDownload(vol.pointer(), stream.start(), offset, length, 0), doing);
            byte[] bytes = stream.receive(length);
            stream.finish();
            return bytes;
        }
    }

    @Override
    public VirtualDisk open(String path) {
        Volume volume = find(path)
                .or(() -> findOutside(path))
                .orElseThrow(() -> new HypervisorException(
                        Kind.NOT_FOUND, "There is no image at " + path + "; look at what is there with Check."));
        return VolumeDisk.open(path, volume.format(), uri.isLocal(), this::bytes);
    }

    /** Of a file in a chain. */
    private VolumeBytes bytes(String path) {
        try (Handle<ConnectionPointer> lease = connection.lease();
                Vol vol = lookup(lease.get(), path)
                        .orElseThrow(() -> new HypervisorException(
                                Kind.FAILED, "The layer " + path + " is gone or in no storage pool; run Check."))) {
            return new VolumeBytes((offset, length) -> read(path, offset, length), vol.length());
        }
    }

    @Override
    public String digest(String path, Progress progress) {
        try (Handle<ConnectionPointer> lease = connection.lease();
                Vol vol = require(lease.get(), path)) {
            return digests.of(vol, progress);
        }
    }

    @Override
    public void wipe(String path) {
        try (Handle<ConnectionPointer> lease = connection.lease();
                Vol vol = require(lease.get(), path)) {
            Errors.check(Virt.X.virStorageVolWipe(vol.pointer(), 0), "wipe " + path);
        }
    }

    @Override
    public void replace(String path, String with) {
        replace(path, with, uri.isLocal() ? LibvirtVolumes::renamed : (from, to) -> false);
    }

    /** @param renaming whether the first file has the second one's name now */
    void replace(String path, String with, BiPredicate<String, String> renaming) {
        if (find(with).isEmpty()) {
            throw new HypervisorException(
                    Kind.NOT_FOUND, "There is no volume at " + with + "; look at what is there with Check.");
        }
        if (renaming.test(with, path)) {
            refreshPoolOf(path);
        } else {
            new VolumeReplacement(this, uploading, this::bytes).replace(path, with);
        }
    }

    /** One step, for those who may do it: a comfort of this computer's files alone. */
    private static boolean renamed(String from, String to) {
        try {
            Files.move(Path.of(from), Path.of(to), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public void delete(String path) {
        try (Handle<ConnectionPointer> lease = connection.lease();
                Vol vol = require(lease.get(), path)) {
            Errors.check(Virt.X.virStorageVolDelete(vol.pointer(), 0), "delete " + path);
        }
    }

    @Override
    public void protect(String path, boolean readOnly) {
        protection.protect(path, readOnly);
    }

    /** The same as {@link #find} after a fresh look: libvirt remembers what a volume stands on. */
    Optional<Volume> findAnew(String path) {
        refreshPoolOf(path);
        return find(path);
    }

    private Vol require(ConnectionPointer connectionPointer, String path) {
        return lookup(connectionPointer, path)
                .orElseThrow(() -> new HypervisorException(
                        Kind.NOT_FOUND, "There is no volume at " + path + "; look at what is there with Check."));
    }

    /** What is not known at once may be new: its pool looks afresh. */
    private Optional<Vol> lookup(ConnectionPointer connectionPointer, String path) {
        Optional<Vol> known = Vol.known(connectionPointer, path);
        if (known.isPresent() || !refreshPoolOf(path)) {
            return known;
        }
        return Vol.known(connectionPointer, path);
    }

    private boolean refreshPoolOf(String path) {
        Path folder = Path.of(path).getParent();
        boolean[] refreshed = {false};
        pools.forEach((pointer, pool) -> {
            if (pool.active() && !pool.path().isEmpty() && Path.of(pool.path()).equals(folder)) {
                Pools.refresh(pointer);
                refreshed[0] = true;
            }
        });
        return refreshed[0];
    }
}
