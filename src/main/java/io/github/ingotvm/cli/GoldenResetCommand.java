package io.github.ingotvm.cli;

import io.github.ingotvm.service.clones.Refresher.To;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingot golden reset} */
@Command(
        description = {
            "Give clones a fresh system disk on the version that they were cast from.",
            "Name, UUID, addresses, hardware, data disks and snapshots stay; what the system disk was is kept for `ingot golden undo`."
        })
final class GoldenResetCommand extends Action {
    @Mixin
    private CloneSelection selection = new CloneSelection();

    @Option(names = "--dry-run", description = "Only show what each clone would leave behind.")
    private boolean dryRun;

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    GoldenResetCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        return new Refreshing(session()).run(selection, new To.Own(), running, dryRun, json);
    }
}
