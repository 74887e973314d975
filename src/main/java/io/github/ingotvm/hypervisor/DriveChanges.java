package io.github.ingotvm.hypervisor;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Drives that come, go, or are shared.
 *
 * @param removed targets of drives to take out; one that is not there is no error
 * @param added target of a new disk to the path of its qcow2 image; on the bus of the first disk
 * @param shared target of a disk to the path of the image that it and others only read from now on, the one that it has or another qcow2 one;
 *     {@code UNSUPPORTED} for a disk on a bus that knows no read-only disks
 */
public record DriveChanges(Set<String> removed, Map<String, String> added, Map<String, String> shared) {
    /** No change. */
    public static final DriveChanges NONE = new DriveChanges(Set.of(), Map.of(), Map.of());

    public DriveChanges {
        removed = Set.copyOf(removed);
        added = Map.copyOf(added);
        shared = Map.copyOf(shared);
    }

    public DriveChanges without(Set<String> targets) {
        Set<String> all = new TreeSet<>(removed);
        all.addAll(targets);
        return new DriveChanges(all, added, shared);
    }

    public DriveChanges with(String target, String path) {
        Map<String, String> all = new HashMap<>(added);
        all.put(target, path);
        return new DriveChanges(removed, all, shared);
    }

    public DriveChanges sharing(Map<String, String> images) {
        return new DriveChanges(removed, added, images);
    }
}
