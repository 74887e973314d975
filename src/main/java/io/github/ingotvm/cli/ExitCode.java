package io.github.ingotvm.cli;

import io.github.ingotvm.model.IngotException;

/** What the process says to scripts when it ends; a promise of docs/cli.md. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    /** What was asked makes no sense: an unknown option, a bad name or size, an unreadable image, a missing file. */
    public static final int USAGE = 2;
    /** No such machine, snapshot or version. */
    public static final int NOT_FOUND = 3;
    /** Refused because something depends on it. */
    public static final int IN_USE = 4;
    /** Ended by Ctrl+C, as a shell counts it: 128 + SIGINT. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(IngotException.Kind kind) {
        return switch (kind) {
            case INVALID -> USAGE;
            case NOT_FOUND -> NOT_FOUND;
            case IN_USE -> IN_USE;
            case CANCELLED -> INTERRUPTED;
            case EXISTS, WRONG_STATE, NO_SPACE, DENIED, DISCONNECTED, UNSUPPORTED, FAILED -> FAILED;
        };
    }
}
