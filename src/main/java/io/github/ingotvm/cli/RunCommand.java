package io.github.ingotvm.cli;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Disposables;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot run} */
@Command(
        description = {
            "Run a disposable clone: from the golden image, unless told otherwise.",
            "It vanishes with its files when it stops, unless `ingot keep` keeps it."
        })
final class RunCommand extends Action {
    private static final Duration A_WEEK = Duration.ofDays(7);

    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NEW", description = "What to call the clone.")
    private Optional<String> name = Optional.empty();

    @ArgGroup
    private CloneOrigin origin = new CloneOrigin();

    @Option(names = "--wait", description = "Wait until it has stopped, then remove what is left of it.")
    private boolean wait;

    @Option(names = "--json", description = "Print the clone as JSON.")
    private boolean json;

    RunCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        Disposables disposables = session().services().disposables();
        VirtualMachine machine = origin.source(session(), vm);
        VirtualMachine clone = disposables.run(
                machine.id(), origin.of(machine, session()), name.orElseGet(() -> disposables.freeName(machine)));
        report(clone);
        if (wait) {
            awaitEnd(clone);
        }
        disposables.sweep(Duration.ZERO); // also after those that ended while no Ingot watched
        return ExitCode.DONE;
    }

    private void report(VirtualMachine clone) {
        if (json) {
            var all = session().services().inventory().machines();
            Json.print(session().terminal().out(), j -> new MachineJson(j, all).write(clone));
            return;
        }
        session().say(clone.displayName());
        session().note("It runs, and vanishes when it stops; `ingot keep` keeps it.");
    }

    private void awaitEnd(VirtualMachine clone) {
        try {
            new Waiting(session()).untilOff(List.of(clone), A_WEEK);
        } catch (IngotException e) {
            if (e.kind() != Kind.CANCELLED) {
                throw e;
            }
            throw new IngotException(
                    Kind.CANCELLED,
                    "No longer waiting; " + clone.displayName() + " goes on until it stops or `ingot kill` stops it.",
                    e);
        }
    }
}
