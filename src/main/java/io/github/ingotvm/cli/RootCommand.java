package io.github.ingotvm.cli;

import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code ingot} itself: options that every command takes; without a command it opens the window. */
@Command(
        name = "ingot",
        versionProvider = Version.class,
        header = "Virtual machines from golden images.",
        description = "Without a command, opens the window.",
        footer = {
            "",
            "Machines are named by name, title or UUID. Exit codes: 0 done, 1 failed, 2 usage, 3 no such thing,",
            "4 refused because something depends on it, 130 cancelled."
        },
        commandListHeading = "%ncommands:%n")
final class RootCommand extends Action {
    private final Consumer<String> window;
    private final Runnable verbose;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("unused") // read by picocli
    private boolean version;

    RootCommand(Session session, Consumer<String> window, Runnable verbose) {
        super(session);
        this.window = window;
        this.verbose = verbose;
    }

    @Option(
            names = "--connect",
            paramLabel = "URI",
            scope = ScopeType.INHERIT,
            description = "The libvirt to work on; else $INGOT_CONNECT, $LIBVIRT_DEFAULT_URI, qemu:///session.")
    void setConnect(String uri) {
        if (uri != null) {
            session().connectTo(uri);
        }
    }

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Also show on the terminal what goes to the log.")
    void setVerbose(boolean on) {
        if (on) {
            verbose.run();
        }
    }

    @Override
    int run() {
        // What the window does is its own to end; a signal need not wait for it.
        return session().cancellation().idling(() -> {
            window.accept(session().uri());
            return ExitCode.DONE;
        });
    }
}
