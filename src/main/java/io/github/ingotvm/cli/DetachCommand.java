package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ingot detach} */
@Command(
        description = {
            "Make linked clones independent of their golden image: their disks take in everything they stand on.",
            "Running ones go on meanwhile."
        })
final class DetachCommand extends Action {
    @Parameters(arity = "1..*", paramLabel = "VM", description = "The clones: names, titles or UUIDs.")
    private List<String> vms = new ArrayList<>();

    DetachCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        List<VirtualMachine> clones =
                vms.stream().map(session()::machine).distinct().toList();
        for (VirtualMachine clone : clones) {
            try (ProgressBar progress = session().progress()) {
                session().services().detacher().detach(clone.id(), progress);
            }
            session().say(clone.displayName() + " depends on nothing any more.");
        }
        return ExitCode.DONE;
    }
}
