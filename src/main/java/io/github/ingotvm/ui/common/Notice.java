package io.github.ingotvm.ui.common;

import java.time.Duration;
import java.util.Optional;

/**
 * Something said to the user at the foot of the window.
 *
 * @param text one sentence
 * @param details for those who want to know more; may be empty
 * @param action the one thing to do about it
 * @param stays how long it stays; empty until it is closed
 * @param gone called once when it goes without its action having been taken
 */
public record Notice(
        Tone tone, String text, String details, Optional<Action> action, Optional<Duration> stays, Runnable gone) {
    /** How it is meant. */
    public enum Tone {
        INFO,
        GOOD,
        BAD
    }

    /** A button. */
    public record Action(String label, Runnable run) {}
}
