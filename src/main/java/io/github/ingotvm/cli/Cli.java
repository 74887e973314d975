package io.github.ingotvm.cli;

import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.history.History;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.Systems;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command line. */
public final class Cli {
    private static final int WIDTH = 100;

    private final Terminal terminal;
    private final Wiring wiring;
    private final Cancellation cancellation = new Cancellation();

    /**
     * What the composition root gives.
     *
     * @param systems the operating systems that are known, without a hypervisor
     * @param downloads what can be fetched, without a hypervisor
     * @param connect opens the services of a connection's URI
     * @param history what happened on a connection, without connecting
     * @param window opens the window on a connection's URI and returns when it is closed
     * @param verbose makes the log show on the terminal too
     * @param log where the log is, for messages
     */
    public record Wiring(
            Supplier<Systems> systems,
            Supplier<Downloads> downloads,
            Function<String, Services> connect,
            Function<String, History> history,
            Consumer<String> window,
            Runnable verbose,
            Path log) {}

    public Cli(Terminal terminal, Wiring wiring) {
        this.terminal = terminal;
        this.wiring = wiring;
    }

    /**
     * Runs one command. Ctrl+C cancels it.
     *
     * @return the exit code
     */
    public int runProcess(String... args) {
        return Interrupts.cancelling(cancellation, () -> run(args));
    }

    /** The same without listening to signals. */
    int run(String... args) {
        Errors errors = new Errors(terminal, wiring.log());
        try (Session session = new Session(terminal, cancellation, wiring)) {
            if (args.length == 0) {
                // The first window must not wait for the making of all commands.
                return new RootCommand(session, wiring.window(), wiring.verbose()).run();
            }
            CommandLine commands = Commands.of(session, wiring, args);
            commands.setUsageHelpWidth(WIDTH)
                    .setColorScheme(Help.defaultColorScheme(terminal.hasColours() ? Help.Ansi.ON : Help.Ansi.OFF))
                    .setOut(StreamWriter.to(terminal.out()))
                    .setErr(StreamWriter.to(terminal.err()))
                    .setParameterExceptionHandler(errors)
                    .setExecutionExceptionHandler(errors);
            return commands.execute(args);
        } catch (RuntimeException e) {
            return errors.report(e);
        } finally {
            terminal.out().flush();
        }
    }

    void cancel() {
        cancellation.cancel();
    }
}
