package io.github.ingotvm.service.screen;

import io.github.ingotvm.model.IngotException;

/** A machine has a screen that Ingot cannot show, and another program can. */
public final class ScreenElsewhereException extends IngotException {
    private static final long serialVersionUID = 1L;

    private final boolean viewer;

    /** @param viewer whether that program is installed */
    ScreenElsewhereException(String sentence, boolean viewer) {
        super(Kind.UNSUPPORTED, sentence);
        this.viewer = viewer;
    }

    /** Whether {@link ScreenAccess#openInViewer} will do. */
    public boolean hasViewer() {
        return viewer;
    }
}
