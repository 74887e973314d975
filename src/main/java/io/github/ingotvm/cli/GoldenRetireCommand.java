package io.github.ingotvm.cli;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot golden retire} */
@Command(
        description = {
            "Retire versions of a golden image that nothing needs any more: their snapshots go.",
            "The current version, and one that a linked clone is on or may go back to, cannot be retired."
        })
final class GoldenRetireCommand extends Action {
    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "N",
            converter = GoldenVersionOption.Converter.class,
            description = "Which versions.")
    private List<GoldenVersionOption> versions = new ArrayList<>();

    @Option(names = "--unneeded", description = "All that nothing needs.")
    private boolean unneeded;

    @Option(names = "--dry-run", description = "Only say which.")
    private boolean dryRun;

    GoldenRetireCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        if (unneeded == !versions.isEmpty()) {
            throw Session.invalid("Name the versions, or all that nothing needs with --unneeded.");
        }
        VirtualMachine machine = session().image(vm);
        List<GoldenVersion> going = unneeded
                ? session()
                        .services()
                        .versions()
                        .unneeded(machine, session().services().inventory().machines())
                : versions.stream().map(v -> v.of(machine)).toList();
        if (going.isEmpty()) {
            session().note("Every version of " + machine.displayName() + " is needed.");
        }
        for (GoldenVersion version : going) {
            if (!dryRun) {
                session().services().versions().retire(machine.id(), version.number());
            }
            session()
                    .say((dryRun ? "Would retire " : "Retired ") + version.label() + " of " + machine.displayName()
                            + ".");
        }
        return ExitCode.DONE;
    }
}
