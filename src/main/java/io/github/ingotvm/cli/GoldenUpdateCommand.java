package io.github.ingotvm.cli;

import io.github.ingotvm.service.clones.Refresher.To;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingot golden update} */
@Command(
        description = {
            "Give clones a fresh system disk on the current version of their golden image.",
            "Name, UUID, addresses, hardware, data disks and snapshots stay; what the system disk was is kept for `ingot golden undo`."
        })
final class GoldenUpdateCommand extends Action {
    @Mixin
    private CloneSelection selection = new CloneSelection();

    @Option(
            names = "--to",
            paramLabel = "N",
            converter = GoldenVersionOption.Converter.class,
            description = "Another version than the current one.")
    private Optional<GoldenVersionOption> to = Optional.empty();

    @Option(names = "--dry-run", description = "Only show what each clone would leave behind.")
    private boolean dryRun;

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    GoldenUpdateCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        To wanted = to.<To>map(v -> new To.Version(v.number())).orElseGet(To.Current::new);
        return new Refreshing(session()).run(selection, wanted, running, dryRun, json);
    }
}
