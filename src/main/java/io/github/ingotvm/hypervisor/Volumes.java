package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Storage. New volumes are made in Ingot's own pool, which is made at first need. */
public interface Volumes {
    /** Name of Ingot's own pool. */
    String POOL = "ingot";

    /** Every pool of the connection. Does not make Ingot's. */
    List<Pool> pools();

    /**
     * Bytes that a pool's folder has left at this moment; {@link Pool#free} is how it was when the storage was last looked at. On another
     * host the storage is looked at afresh for that. Zero when the pool is gone.
     */
    long free(Pool pool);

    /** Ingot's own pool, made, built and started if need be. */
    Pool ownPool();

    /** Every volume of every active pool, after a fresh look at the storage. */
    List<Volume> list();

    /** The volume at a path, if any active pool knows it; looks afresh when it is not known at once. */
    Optional<Volume> find(String path);

    /**
     * The image at an absolute path in no pool, as if it were a volume; its pool is empty. Empty when it is not there or cannot be seen. Costs
     * a look at its whole folder.
     */
    Optional<Volume> findOutside(String path);

    /** Where a volume of this name is or would be in Ingot's own pool. */
    String pathOf(String name);

    /**
     * Makes an empty qcow2 volume.
     *
     * @param capacity bytes
     * @throws HypervisorException {@code EXISTS}, {@code NO_SPACE}
     */
    Volume create(String name, long capacity);

    /**
     * Makes a qcow2 overlay, of the same capacity, standing on the image at the path. Several threads may each make one at the same
     * time. {@code NOT_FOUND} when the image is missing.
     *
     * @return its path: that of {@link #pathOf}
     */
    String createOverlay(String name, String backing, String backingFormat);

    /**
     * Copies what a guest would see of a volume into a new volume that depends on nothing. On failure or cancellation nothing
     * is left behind (at the latest when the hypervisor lets go of the copy).
     *
     * @param source path of the volume; its whole chain is read
     * @param format of the copy: {@code qcow2} or {@code raw}
     */
    Volume copy(String name, String source, String format, Progress progress);

    /**
     * Makes a volume of exactly these bytes.
     *
     * @param format how the bytes are to be read: {@code qcow2}, {@code raw}, {@code iso}, {@code vmdk}, …
     * @param length in bytes
     */
    Volume upload(String name, String format, long length, InputStream bytes, Progress progress);

    /**
     * Makes a file of this computer readable to machines as a medium.
     *
     * @param name of the volume to upload it to, where the hypervisor cannot read the file itself
     * @return the path on the hypervisor's host: the file's own, or that of the uploaded copy
     */
    String offer(Path file, String name, Progress progress);

    /** Reads bytes of a volume's file, as many as there are up to {@code length}. */
    byte[] read(String path, long offset, int length);

    /**
     * Opens what a guest would see of an image through its whole chain. The caller closes it.
     *
     * @throws HypervisorException {@code NOT_FOUND} when it is not there, {@code FAILED} when something it stands on is not, or cannot be read
     */
    VirtualDisk open(String path);

    /**
     * SHA-256 of the bytes of a volume's file, in hexadecimal. Reads it through, and reports after every few of them.
     *
     * @throws HypervisorException {@code NOT_FOUND}, {@code CANCELLED}
     */
    String digest(String path, Progress progress);

    /**
     * Overwrites all bytes of a volume's file with zeros. What stands on it is not looked at: callers must.
     *
     * @throws HypervisorException {@code NOT_FOUND}
     */
    void wipe(String path);

    /**
     * Puts a volume's file in the place of another one, which may be missing; the volume itself is gone then. In one step where the
     * hypervisor's host lets that be done; else the other goes first, and the volume stays until the copy of it in that place is whole,
     * so that the same call can be made again after a crash. Its bytes stay the same, and so does what it stands on. Both are in Ingot's own pool. What stands on the file must be off: callers must see
     * to it.
     *
     * @throws HypervisorException {@code NOT_FOUND} when there is no such volume
     */
    void replace(String path, String with);

    /** Removes a volume. Proves nothing: callers must. {@code NOT_FOUND} when it is not there. */
    void delete(String path);

    /**
     * Makes the volume's file read-only, or writable again, for everybody. Where the capability {@link Capability#PROTECT_LAYERS} is
     * missing it does nothing.
     */
    void protect(String path, boolean readOnly);
}
