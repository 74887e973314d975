package io.github.ingotvm.ui.console;

import java.util.Locale;
import java.util.Optional;

/** How the guest's screen and the room for it are brought together. */
enum ScaleMode {
    /** The picture grows and shrinks with the room. */
    FIT("Fit to Window"),
    /** One pixel of the guest is one of the monitor; what is larger than the room is moved about in it. */
    ACTUAL("Actual Size (1:1)"),
    /** The guest is asked for a screen as large as the room. */
    FOLLOW("Guest Follows the Window");

    private final String words;

    ScaleMode(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** As it is remembered. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ScaleMode> of(String key) {
        for (ScaleMode mode : values()) {
            if (mode.key().equals(key)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
