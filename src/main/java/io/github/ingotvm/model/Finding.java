package io.github.ingotvm.model;

/**
 * Something that Check found.
 *
 * @param subject the path or machine it is about
 * @param sentence what is wrong and what to do, for people
 * @param fixable whether {@code --fix} would remove it
 */
public record Finding(Kind kind, String subject, String sentence, boolean fixable) {
    /** What is wrong. */
    public enum Kind {
        /** A file that a machine or a snapshot needs is not there. */
        BROKEN_CHAIN,
        /** A file that Ingot made and nothing needs. */
        UNREFERENCED,
        /** A golden image's layer is not as it was at its promotion. */
        GOLDEN_CHANGED,
        /** A golden mark whose snapshot is gone. */
        GOLDEN_LOST,
        /** An operation on the machine stopped half-way. */
        HALF_MADE,
        /** A machine would write to a layer that something else needs unchanged. */
        WRITES_TO_LAYER,
        /** Part of the storage cannot be seen. */
        UNSEEN
    }
}
