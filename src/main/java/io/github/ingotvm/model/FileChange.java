package io.github.ingotvm.model;

import java.util.OptionalLong;

/**
 * A file that two disks do not have in common.
 *
 * @param size bytes, of a plain file that only one of them has
 * @param path within the guest
 */
public record FileChange(Kind kind, Type type, OptionalLong size, String path) {
    /** What is between them. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** What it is. */
    public enum Type {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }
}
