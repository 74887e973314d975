package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Deletion;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot delete} */
@Command(description = "Delete virtual machines with their snapshots and disks.")
final class DeleteCommand extends Action {
    @Parameters(arity = "1..*", paramLabel = "VM", description = "Name, title or UUID.")
    private List<String> vms = new ArrayList<>();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    DeleteCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        List<VirtualMachine> machines =
                vms.stream().map(session()::machine).distinct().toList();
        List<Deletion> deletions = new ArrayList<>();
        // One after the other, so that a source may follow its clones; the first look finds what is refused before
        // anything is gone.
        if (machines.size() == 1) {
            deletions.add(
                    session().services().lifecycle().delete(machines.get(0).id()));
        }
        if (!yes && !confirmed(machines)) {
            session().note("Nothing was deleted.");
            return ExitCode.FAILED;
        }
        if (deletions.isEmpty()) {
            machines.forEach(m -> delete(session().services().lifecycle().delete(m.id())));
        } else {
            deletions.forEach(this::delete);
        }
        return ExitCode.DONE;
    }

    private void delete(Deletion deletion) {
        deletion.commit();
        session().say("Deleted " + deletion.machine().displayName() + ".");
    }

    private boolean confirmed(List<VirtualMachine> machines) {
        String names = String.join(
                ", ", machines.stream().map(VirtualMachine::displayName).toList());
        return new Question(session()).isYes("Delete " + names + " with all snapshots?");
    }
}
