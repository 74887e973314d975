package io.github.ingotvm.model;

import java.util.List;

/**
 * What became of the files of a golden version, read through and through.
 *
 * @param recorded whether the hypervisor still knows the version's snapshot; without it nothing can be cast from it
 * @param clones machines that were cast from it, linked or full
 */
public record Verification(
        VirtualMachine machine,
        GoldenVersion version,
        boolean recorded,
        List<File> files,
        List<VirtualMachine> clones) {
    public Verification {
        files = List.copyOf(files);
        clones = List.copyOf(clones);
    }

    /** One of them: a layer, or the firmware's variables. */
    public record File(String path, State state) {}

    /** What became of it. */
    public enum State {
        /** As it was at the promotion, byte for byte. */
        INTACT,
        /** Nobody had read it yet; it looks as at the promotion and is sealed now. */
        SEALED,
        /** Something was written to it. */
        CHANGED,
        /** It is gone. */
        MISSING
    }

    public boolean isIntact() {
        return recorded && damaged().isEmpty();
    }

    /** The files that are changed or gone. */
    public List<String> damaged() {
        return files.stream()
                .filter(f -> f.state() == State.CHANGED || f.state() == State.MISSING)
                .map(File::path)
                .toList();
    }
}
