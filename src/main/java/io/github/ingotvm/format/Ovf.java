package io.github.ingotvm.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A machine as an OVF descriptor (DMTF DSP0243, versions 1 and 2) tells it.
 *
 * @param name or empty
 * @param system what the descriptor says of the operating system, in whatever words; or empty
 * @param memory bytes
 * @param uefi whether it boots with UEFI
 * @param disks in the order of their controllers and places
 * @param cards models of its network cards, in the descriptor's words, as {@code E1000}
 * @param files all files that belong to it
 */
public record Ovf(
        String name,
        String system,
        OptionalInt cpus,
        OptionalLong memory,
        boolean uefi,
        List<Disk> disks,
        List<String> cards,
        List<File> files) {
    public Ovf {
        disks = List.copyOf(disks);
        cards = List.copyOf(cards);
        files = List.copyOf(files);
    }

    /**
     * A disk.
     *
     * @param file the file that holds it; empty for one that is empty
     * @param capacity bytes; 0 when not said
     * @param virtio whether its controller is virtio
     */
    public record Disk(Optional<File> file, long capacity, boolean virtio) {}

    /**
     * A file.
     *
     * @param name relative, without folders
     * @param size bytes, where the descriptor says it
     */
    public record File(String id, String name, OptionalLong size) {}
}
