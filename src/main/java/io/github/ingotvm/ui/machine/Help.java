package io.github.ingotvm.ui.machine;

/**
 * The one thing to do about a machine that cannot be used right now.
 *
 * @param word on the button
 */
record Help(Does does, String word) {
    /** What the button does. */
    enum Does {
        START,
        RESUME,
        /** What the tab offers in its place. */
        OTHERWISE
    }
}
