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

    /**
     * Somebody copied text in the guest. Lines end with {@code \n}; what goes beyond {@link Limits#clipboard} is cut off. It is for
     * the listener not to {@linkplain RfbClient#clipboard offer} it back.
     */
    default void clipboard(String text) {}

    /**
     * Whether text may be fetched that was copied in the guest just now. Asked each time, so that a guest nobody uses cannot put
     * anything on the clipboard. A server without the extended clipboard sends its text unasked, and is not asked about.
     */
    default boolean wantsClipboard() {
        return true;
    }

    /**
     * How the guest takes the pointer from now on: by how far it {@linkplain RfbClient#pointerBy moves}, as a mouse does, or by its
     * {@linkplain RfbClient#pointer place}, as a tablet does. A server that never says so takes places.
     */
    default void pointerMotion(boolean relative) {}

    /** The answer to {@link RfbClient#wishSize}. Each wish gets one, except from servers that break the protocol. */
    default void sizeAnswered(SizeAnswer answer) {}

    /** The lights of the guest's keyboard changed, or are told for the first time. */
    default void locks(Locks locks) {}

    default void bell() {}

    /** It is over; said once, last. Empty when {@link RfbClient#close} was called. */
    void ended(Optional<ConsoleException> why);
}
