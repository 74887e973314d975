package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.libvirt.xml.VolumeXml;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.StoragePoolPointer;
import org.libvirt.jna.StorageVolPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends bytes into a new volume. */
final class VolumeUpload {
    private static final Logger LOG = LoggerFactory.getLogger(VolumeUpload.class);

    /** Bytes; what a file system has left that took all it could. */
    private static final long NOTHING = 64 << 10;

    private final Connection connection;
    private final OwnPool own;

    VolumeUpload(Connection connection, OwnPool own) {
        this.connection = connection;
        this.own = own;
    }

    /** The volume is made raw, to be exactly these bytes; once they are there libvirt sees itself what format they have. */
    Volume upload(String name, long length, InputStream bytes, Progress progress) {
        Cancellation.check(progress);
        String xml = VolumeXml.compose(name, "raw", length);
        return own.with(pool -> {
            StorageVolPointer made =
                    Errors.check(Virt.X.virStorageVolCreateXML(pool, xml, 0), "make the volume “" + name + "”");
            try (Vol vol = new Vol(made)) {
                try {
                    send(vol, name, length, bytes, progress);
                    requireAllWritten(pool, name);
                } catch (HypervisorException e) {
                    boolean full = e.kind() == Kind.FAILED && Pools.isFull(pool);
                    remove(vol, name);
                    throw full ? noSpace(name, e) : e;
                } catch (RuntimeException e) {
                    remove(vol, name);
                    throw e;
                }
                return vol.read(Volumes.POOL);
            }
        });
    }

    private void send(Vol vol, String name, long length, InputStream bytes, Progress progress) {
        if (length == 0) {
            return;
        }
        String doing = "upload “" + name + "”";
        try (Handle<ConnectionPointer> lease = connection.lease();
                ByteStream stream = ByteStream.on(lease.get(), doing)) {
            Errors.check(Virt.X.virStorageVolUpload(vol.pointer(), stream.start(), 0, length, 0), doing);
            byte[] buffer = new byte[ByteStream.CHUNK];
            for (long sent = 0; sent < length; ) {
                Cancellation.check(progress);
                int n = bytes.readNBytes(buffer, 0, (int) Math.min(buffer.length, length - sent));
                if (n == 0) {
                    throw new HypervisorException(
                            Kind.INVALID, "The file ended early, so “" + name + "” was not uploaded; try again.");
                }
                stream.send(buffer, n);
                sent += n;
                progress.report((double) sent / length, "Uploading");
            }
            stream.finish();
        } catch (IOException e) {
            throw new HypervisorException(
                    Kind.INVALID, "The file for “" + name + "” cannot be read: " + e.getMessage() + "; check it.", e);
        }
    }

    /** libvirt may say that all is well though its helper wrote only what fitted: what fills the disk to its end is not believed. */
    private static void requireAllWritten(StoragePoolPointer pool, String name) {
        if (Pools.hasLessThan(
                NOTHING, pool)) { // also looks at the pool afresh, so that it knows the new volume as it is
            throw noSpace(name, null);
        }
    }

    /** libvirt's helper that writes the file may have died of it before libvirt has heard why; then a broken pipe is all it tells. */
    private static HypervisorException noSpace(String name, @Nullable HypervisorException cause) {
        return new HypervisorException(
                Kind.NO_SPACE,
                "Could not upload “" + name + "”: the disk is full; free some space on it and try again.",
                cause);
    }

    private static void remove(Vol vol, String name) {
        if (Virt.X.virStorageVolDelete(vol.pointer(), 0) < 0) {
            LOG.warn("The broken upload {} could not be removed; Check will find it", name);
        }
    }
}
