package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot golden edit} */
@Command(
        description = {
            "Make a machine from a golden image to change it: a clone of its current version.",
            "Then take a snapshot of that and promote it with --as-next-of."
        })
final class GoldenEditCommand extends Action {
    @Parameters(index = "0", paramLabel = "IMAGE", description = "Its name, or that of its machine.")
    private String image = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NEW", description = "What to call the machine.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--start", description = "Start it.")
    private boolean start;

    GoldenEditCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine holder = session().image(image);
        String called =
                name.orElseGet(() -> session().services().cloner().freeName(holder.goldenName() + " (editing)"));
        Cloner.Request request =
                new Cloner.Request(holder.id(), new Cloner.From.Golden(), List.of(called), false, start);
        try (ProgressBar progress = session().progress()) {
            session().services().cloner().clone(request, progress);
        }
        session().say(called);
        session()
                .note("Change it, take a snapshot of it, then promote that: `ingot golden promote "
                        + Words.quoted(called) + " SNAPSHOT --as-next-of " + Words.quoted(holder.goldenName()) + "`.");
        return ExitCode.DONE;
    }
}
