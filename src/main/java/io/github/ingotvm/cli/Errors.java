package io.github.ingotvm.cli;

import io.github.ingotvm.model.IngotException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns every failure into one line on the terminal and an exit code. Stack traces are for the log. */
final class Errors implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Terminal terminal;
    private final Path log;

    Errors(Terminal terminal, Path log) {
        this.terminal = terminal;
        this.log = log;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String sentence = e instanceof UnmatchedArgumentException unmatched && Unknown.isCommand(unmatched)
                ? Unknown.command(unmatched)
                : String.valueOf(e.getMessage()).strip().replaceFirst("^Error: ", "");
        print(sentence + (sentence.endsWith("?") || sentence.endsWith(".") ? " See `" : "; see `") + command
                + " --help`.");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
        return report(e);
    }

    int report(Exception e) {
        if (e instanceof IngotException known) {
            log(known);
            print(known.getMessage());
            return ExitCode.of(known.kind());
        }
        LoggerFactory.getLogger(Errors.class).error("unexpected", e);
        print("Something went wrong inside Ingot (" + e.getClass().getSimpleName() + "); the log says more: " + log);
        return ExitCode.FAILED;
    }

    private static void log(IngotException e) {
        Logger log = LoggerFactory.getLogger(Errors.class);
        switch (e.kind()) {
            // What people typed or wanted is no defect; where it happened would tell nothing.
            case INVALID, NOT_FOUND, EXISTS, IN_USE, CANCELLED -> log.info("{}: {}", e.kind(), e.getMessage());
            default -> log.warn("{}", e.kind(), e);
        }
    }

    private void print(String sentence) {
        terminal.err()
                .println(Style.RED.paint("ingot:", terminal.errIsTty() && terminal.hasColours()) + " "
                        + Width.safe(sentence.replaceAll("\\s*\\R\\s*", " ")));
    }
}
