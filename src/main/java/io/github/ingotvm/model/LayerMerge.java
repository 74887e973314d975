package io.github.ingotvm.model;

import java.util.List;
import java.util.Optional;

/**
 * Layers that nothing needs as such, and the image above that can take them in.
 *
 * @param into the image; an overlay or the layer of a snapshot
 * @param layers from the topmost down; their files go
 * @param base what the image stands on after; empty for nothing
 * @param bytes what the layers take, at most so much is copied
 * @param live the drive of the machine that writes to the image now; empty when nobody does
 * @param blockedBy running machines that must be shut down first
 */
public record LayerMerge(
        String into,
        List<String> layers,
        Optional<String> base,
        long bytes,
        Optional<Drive> live,
        List<VirtualMachine> blockedBy) {
    public LayerMerge {
        layers = List.copyOf(layers);
        blockedBy = List.copyOf(blockedBy);
    }

    /** A drive of a running machine. */
    public record Drive(MachineId machine, String target) {}
}
