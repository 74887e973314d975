package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.libvirt.xml.VolumeXml;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Volume;
import java.util.Optional;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.StoragePoolPointer;
import org.libvirt.jna.StorageVolPointer;

/** A volume at hand, for the length of one operation. */
final class Vol implements AutoCloseable {
    private final Handle<StorageVolPointer> handle;

    Vol(StorageVolPointer pointer) {
        this.handle = new Handle<>(pointer, Virt.X::virStorageVolFree);
    }

    /** What libvirt knows at a path, without a look at the storage. */
    static Optional<Vol> known(ConnectionPointer connection, String path) {
        StorageVolPointer pointer = Virt.X.virStorageVolLookupByPath(connection, path);
        if (pointer != null) {
            return Optional.of(new Vol(pointer));
        }
        HypervisorException e = Errors.last("find " + path);
        if (e.kind() == Kind.DISCONNECTED) {
            throw e;
        }
        return Optional.empty();
    }

    StorageVolPointer pointer() {
        return handle.get();
    }

    String path() {
        return Errors.check(Virt.X.virStorageVolGetPath(pointer()), "find a volume's path")
                .toString();
    }

    /** Bytes of its file, as far as libvirt tells. */
    long length() {
        String xml = Errors.check(Virt.X.virStorageVolGetXMLDesc(pointer(), 0), "read a volume")
                .toString();
        return VolumeXml.length(xml);
    }

    Volume read(String pool) {
        String xml = Errors.check(Virt.X.virStorageVolGetXMLDesc(pointer(), 0), "read a volume")
                .toString();
        return VolumeXml.read(xml, pool);
    }

    Volume read() {
        StoragePoolPointer pool =
                Errors.check(Virt.X.virStoragePoolLookupByVolume(pointer()), "find a volume's storage pool");
        try (Handle<StoragePoolPointer> handlePool = new Handle<>(pool, Virt.X::virStoragePoolFree)) {
            String name = Virt.X.virStoragePoolGetName(handlePool.get());
            return read(name == null ? "" : name);
        }
    }

    @Override
    public void close() {
        handle.close();
    }
}
