package io.github.ingotvm.service.model;

import io.github.ingotvm.model.SnapshotId;
import java.util.Map;
import java.util.Optional;

/**
 * What people can see of a snapshot.
 *
 * @param domain the machine's domain name then
 * @param shared what was on the disks that the machine only read
 * @param link where the machine came from then
 */
record SnapshotSight(
        String name,
        String note,
        String domain,
        Optional<SnapshotId> parent,
        Map<String, Map<String, String>> disks,
        Map<String, Map<String, String>> shared,
        Map<String, String> variables,
        Optional<Map<String, String>> memory,
        Optional<Link> link) {
    SnapshotSight under(Optional<SnapshotId> newParent) {
        return new SnapshotSight(name, note, domain, newParent, disks, shared, variables, memory, link);
    }

    SnapshotSight described(String newName, String newNote) {
        return new SnapshotSight(newName, newNote, domain, parent, disks, shared, variables, memory, link);
    }
}
