package io.github.ingotvm.lineage;

/** How a node came from the one it hangs on. */
public enum Kin {
    /** A snapshot of that machine, or taken after that snapshot. */
    OWN,
    /** A clone that shares layers with it. */
    LINKED,
    /** A clone that was copied from it and depends on nothing. */
    COPIED
}
