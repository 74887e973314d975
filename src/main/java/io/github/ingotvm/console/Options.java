package io.github.ingotvm.console;

import java.util.List;
import java.util.Optional;

/**
 * How to talk to a server.
 *
 * @param password for VNC authentication, where the server asks for it
 * @param encodings best first; a server may always fall back to {@link Encoding#RAW}
 * @param limits what is believed of it
 */
public record Options(Optional<String> password, List<Encoding> encodings, Limits limits) {
    public Options {
        encodings = List.copyOf(encodings);
    }

    /** For a server on this computer, where compressing costs more than it saves. */
    public static Options local(Optional<String> password) {
        return new Options(
                password, List.of(Encoding.RAW, Encoding.COPY_RECT, Encoding.HEXTILE, Encoding.ZRLE), Limits.USUAL);
    }

    /** For a server at the end of a wire. */
    public static Options remote(Optional<String> password) {
        return new Options(
                password, List.of(Encoding.COPY_RECT, Encoding.ZRLE, Encoding.HEXTILE, Encoding.RAW), Limits.USUAL);
    }
}
