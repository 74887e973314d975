package io.github.ingotvm.model;

/**
 * The hypervisor's own name of a snapshot, unique within its machine. People see {@link Snapshot#name()} instead: the
 * hypervisor's names may not contain {@code /} nor be long, and can never change.
 */
public record SnapshotId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
