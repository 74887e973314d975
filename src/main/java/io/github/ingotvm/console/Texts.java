package io.github.ingotvm.console;

import java.nio.charset.StandardCharsets;

/** Names and reasons that a server gives. */
final class Texts {
    private Texts() {}

    /** A text with its length before it; nothing in it can move a terminal's cursor. */
    static String read(WireReader in, Limits limits) {
        long length = in.u32();
        if (length > limits.text()) {
            throw ConsoleException.broken("a text that is too long (" + length + " bytes)");
        }
        return new String(in.bytes((int) length), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
    }
}
