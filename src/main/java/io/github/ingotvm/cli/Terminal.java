package io.github.ingotvm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the command line reads and writes.
 *
 * @param inIsTty whether a person can be asked
 * @param outIsTty whether a person reads the output, so that it may have colours
 * @param errIsTty whether a person sees progress
 * @param environment variables, as {@code NO_COLOR} and {@code INGOT_CONNECT}
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean inIsTty,
        boolean outIsTty,
        boolean errIsTty,
        Map<String, String> environment) {

    public Terminal {
        environment = Map.copyOf(environment);
    }

    /** The streams of this process. */
    public static Terminal ofProcess() {
        return new Terminal(System.in, System.out, System.err, isTty(0), isTty(1), isTty(2), System.getenv());
    }

    // System.console() cannot tell one stream from another, and on newer Java is there even without a terminal.
    private static boolean isTty(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** A variable of the environment that is set to something. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
    }

    boolean hasColours() {
        return outIsTty && isRich() && !environment.containsKey("NO_COLOR");
    }

    boolean showsProgress() {
        return errIsTty && isRich();
    }

    private boolean isRich() {
        return !"dumb".equals(environment.get("TERM"));
    }
}
