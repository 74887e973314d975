package io.github.ingotvm.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Layers that nothing needs as such, and the image above that can take them in.
 *
 * @param into the image; an overlay or the layer of a snapshot
 * @param layers from the topmost down
 * @param base what the image stands on after; empty for nothing
 * @param bytes at most so much is copied
 * @param live the drive of the running machine in whose chain the image is; empty when there is none
 * @param remains the file that holds the image after: its own, or that of the lowest layer where a machine runs on top of it
 * @param blockedBy running machines that must be shut down first
 */
public record LayerMerge(
        String into,
        List<String> layers,
        Optional<String> base,
        long bytes,
        Optional<Drive> live,
        String remains,
        List<VirtualMachine> blockedBy) {
    public LayerMerge {
        layers = List.copyOf(layers);
        blockedBy = List.copyOf(blockedBy);
    }

    /** Whether the image goes down into the layers, whose lowest file it is in then. */
    public boolean goesDown() {
        return !remains.equals(into);
    }

    /** The files that go. */
    public List<String> leaves() {
        return Stream.concat(Stream.of(into), layers.stream())
                .filter(file -> !file.equals(remains))
                .toList();
    }

    /** A drive of a running machine. */
    public record Drive(MachineId machine, String target) {}
}
