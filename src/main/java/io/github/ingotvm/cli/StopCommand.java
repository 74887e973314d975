package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ingot stop} */
@Command(description = "Ask the guests of virtual machines to shut down.")
final class StopCommand extends PowerCommand {
    private static final int DEFAULT_PATIENCE = 60;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "" + DEFAULT_PATIENCE,
            description = "Wait until they are off, at most so long (" + DEFAULT_PATIENCE + ").")
    private Optional<Integer> wait = Optional.empty();

    StopCommand(Session session) {
        super(session);
    }

    @Override
    String act(VirtualMachine machine) {
        session().services().power().shutdown(machine.id());
        return "Asked " + machine.displayName() + " to shut down.";
    }

    @Override
    int afterAll(List<VirtualMachine> machines) {
        if (wait.isPresent()) {
            Duration patience = Duration.ofSeconds(wait.get());
            new Waiting(session()).untilOff(machines, patience);
            session().services().disposables().sweep(Duration.ZERO);
            machines.forEach(m -> session().say(m.displayName() + (m.isDisposable() ? " is gone." : " is off.")));
        }
        return ExitCode.DONE;
    }
}
