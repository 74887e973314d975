package io.github.ingotvm.model;

/** How clones of a golden image receive one of its data disks. */
public enum DiskRole {
    /** A new, empty disk of the same size. */
    EMPTY,
    /** What the golden image has on it, to go on with: an overlay, or a copy for a full clone. */
    LINKED,
    /** What the golden image has on it, for all clones together and read-only; a full clone has a copy of its own. */
    SHARED
}
