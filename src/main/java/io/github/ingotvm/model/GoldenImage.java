package io.github.ingotvm.model;

import java.util.List;

/**
 * A golden version with its surroundings.
 *
 * @param machine the machine whose snapshot it is
 * @param current whether clones are cast from it by default
 * @param snapshotName what people call the snapshot
 * @param intact false when its layers are missing or changed since the promotion
 * @param size bytes of the layers it alone froze
 * @param clones machines cast from this version, linked or full
 * @param dependants machines that would break without its layers
 */
public record GoldenImage(
        VirtualMachine machine,
        GoldenVersion version,
        boolean current,
        String snapshotName,
        boolean intact,
        long size,
        List<VirtualMachine> clones,
        List<VirtualMachine> dependants) {
    public GoldenImage {
        clones = List.copyOf(clones);
        dependants = List.copyOf(dependants);
    }

    /** What people call it: its own name, else its machine's. */
    public String name() {
        return machine.goldenName();
    }
}
