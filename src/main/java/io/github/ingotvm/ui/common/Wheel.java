package io.github.ingotvm.ui.common;

import javafx.scene.control.ProgressIndicator;

/** Turns in the middle of a page until there is something to show. */
public final class Wheel extends ProgressIndicator {
    private static final double SIZE = 40;

    /** @param words what is waited for, for people who cannot see it */
    public Wheel(String words) {
        setMaxSize(SIZE, SIZE);
        setAccessibleText(words);
    }
}
