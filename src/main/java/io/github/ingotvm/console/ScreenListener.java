package io.github.ingotvm.console;

import java.util.Optional;

/** Hears of what happens on the screen, on the client's reading thread: it must return soon. */
public interface ScreenListener {
    /**
     * There is something new to paint. It is not said again before {@link RfbClient#take}, which is also what asks the server for
     * more: who paints slowly gets fewer frames, never older ones.
     */
    void frameReady();

    /** The guest's pointer has another shape. */
    default void pointerShape(PointerShape shape) {}

    /** Somebody copied text in the guest. */
    default void clipboard(String text) {}

    default void bell() {}

    /** It is over; said once, last. Empty when {@link RfbClient#close} was called. */
    void ended(Optional<ConsoleException> why);
}
