package io.github.ingotvm.model;

import java.util.Optional;

/**
 * A storage volume.
 *
 * @param path where it is on the hypervisor's host; identifies it
 * @param name its name within the pool
 * @param pool the pool it belongs to
 * @param format {@code qcow2}, {@code raw}, {@code iso}, …
 * @param capacity what the guest sees, in bytes
 * @param allocation what it takes on the host's disk, in bytes
 * @param backing path of the layer it stands on
 * @param look how its file looks from outside
 */
public record Volume(
        String path,
        String name,
        String pool,
        String format,
        long capacity,
        long allocation,
        Optional<String> backing,
        FileLook look) {
    public Volume with(FileLook newLook) {
        return new Volume(path, name, pool, format, capacity, allocation, backing, newLook);
    }
}
