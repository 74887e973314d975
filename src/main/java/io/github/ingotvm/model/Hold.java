package io.github.ingotvm.model;

/** Why Ingot lets a machine stand still. On a machine that is not paused it says nothing. */
public enum Hold {
    /** It does not, or no longer. */
    NONE,
    /** For the length of a snapshot; a machine that is found so outside of any was left so. */
    SNAPSHOT,
    /** The disk under it is nearly full, or was when this was last looked at; it goes on when there is room. */
    SPACE
}
