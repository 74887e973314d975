package io.github.ingotvm.model;

import java.util.Optional;

/**
 * Something that Check found.
 *
 * @param subject the path or machine it is about
 * @param sentence what is wrong and what to do, for people
 * @param fixable whether it is a file that can be removed now
 * @param bytes what the file takes on the host's disk; 0 where it is about no file
 * @param machine the one it is about
 */
public record Finding(
        Kind kind, String subject, String sentence, boolean fixable, long bytes, Optional<MachineId> machine) {
    /** What is wrong; the worst first. */
    public enum Kind {
        /** A file that a machine or a snapshot needs is not there. */
        BROKEN_CHAIN,
        /** A machine would write to a layer that something else needs unchanged. */
        WRITES_TO_LAYER,
        /** A golden image's layer is not as it was at its promotion. */
        GOLDEN_CHANGED,
        /** A golden mark whose snapshot is gone. */
        GOLDEN_LOST,
        /** An operation on the machine stopped half-way. */
        HALF_MADE,
        /** A machine stands still since a snapshot of it was interrupted. */
        LEFT_PAUSED,
        /** Part of the storage cannot be seen, or work is under way. */
        UNSEEN,
        /** A file that Ingot made and nothing needs. */
        UNREFERENCED
    }

    /** What is wrong with a machine. */
    public static Finding of(Kind kind, VirtualMachine machine, String sentence) {
        return new Finding(kind, machine.displayName(), sentence, false, 0, Optional.of(machine.id()));
    }

    /** What is wrong with something that a machine has. */
    public static Finding of(Kind kind, String subject, VirtualMachine machine, String sentence) {
        return new Finding(kind, subject, sentence, false, 0, Optional.of(machine.id()));
    }
}
