package io.github.ingotvm.cli;

import io.github.ingotvm.service.clones.Refresher.Running;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What becomes of clones that run. */
final class RunningOptions {
    private static final int DEFAULT_PATIENCE = 60;

    @Option(
            names = "--shut-down",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "" + DEFAULT_PATIENCE,
            description = "Ask those that run to shut down first, and wait at most so long (" + DEFAULT_PATIENCE + ").")
    private Optional<Integer> shutDown = Optional.empty();

    @Option(names = "--force", description = "Force those that run off first.")
    private boolean force;

    @Option(names = "--no-start", description = "Do not start them again after.")
    private boolean noStart;

    Running running() {
        if (shutDown.isEmpty() && !force) {
            return Running.REFUSE;
        }
        return new Running(
                force ? Running.How.FORCE_OFF : Running.How.SHUT_DOWN,
                Duration.ofSeconds(shutDown.orElse(DEFAULT_PATIENCE)),
                !noStart);
    }
}
