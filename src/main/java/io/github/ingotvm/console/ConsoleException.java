package io.github.ingotvm.console;

import io.github.ingotvm.model.IngotException;
import org.jspecify.annotations.Nullable;

/**
 * The only exception of the client: the server refused ({@code DENIED}, {@code UNSUPPORTED}), went away ({@code DISCONNECTED}) or
 * sent what makes no sense ({@code INVALID}).
 */
public final class ConsoleException extends IngotException {
    private static final long serialVersionUID = 1L;

    ConsoleException(Kind kind, String sentence, @Nullable Throwable cause) {
        super(kind, sentence, cause);
    }

    /** @param what the server did, as in “a rectangle outside of the screen” */
    static ConsoleException broken(String what) {
        return new ConsoleException(
                Kind.INVALID, "The machine's screen sent " + what + "; close it and open it again.", null);
    }

    static ConsoleException silent() {
        return new ConsoleException(
                Kind.DISCONNECTED,
                "The machine's screen does not answer; open it again, or restart the machine.",
                null);
    }

    static ConsoleException ended(@Nullable Throwable cause) {
        return new ConsoleException(
                Kind.DISCONNECTED, "The connection to the machine's screen ended; open it again.", cause);
    }
}
