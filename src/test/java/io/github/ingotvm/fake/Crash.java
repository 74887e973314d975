package io.github.ingotvm.fake;

/** Ingot's process ends at this very point. Nothing but tests may catch it. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where);
    }
}
