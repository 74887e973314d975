package io.github.ingotvm.cli;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.machines.Deletion;
import io.github.ingotvm.service.machines.DeletionPlan;
import io.github.ingotvm.service.machines.Lifecycle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
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

    @ArgGroup
    private Extent extent = new Extent();

    DeleteCommand(Session session) {
        super(session);
    }

    /** What else goes, or stays: one of them. */
    static final class Extent {
        @Option(names = "--with-clones", description = "Delete the clones that stand on them, too.")
        private boolean withClones;

        @Option(
                names = "--keep-golden",
                description =
                        "Keep their golden images, to be cloned and given further versions, without the machines.")
        private boolean keepGolden;
    }

    @Override
    int run() {
        // What is refused is found before anything is gone.
        List<Deletion> deletions = plan();
        List<VirtualMachine> machines =
                deletions.stream().map(Deletion::machine).toList();
        if (!yes && !confirmed(machines)) {
            session().note("Nothing was deleted.");
            return ExitCode.FAILED;
        }
        deletions.forEach(this::delete);
        return ExitCode.DONE;
    }

    private List<Deletion> plan() {
        Lifecycle lifecycle = session().services().lifecycle();
        Set<MachineId> ids = new LinkedHashSet<>();
        vms.forEach(vm -> ids.add(session().machine(vm).id()));
        if (extent.keepGolden) {
            return ids.stream().map(lifecycle::deleteKeepingGolden).toList();
        }
        DeletionPlan plan = lifecycle.plan(ids);
        if (extent.withClones) {
            plan.refused().forEach(r -> r.dependants().forEach(d -> ids.add(d.id())));
            plan = lifecycle.plan(ids);
        }
        if (!plan.refused().isEmpty()) {
            throw plan.refused().get(0).why();
        }
        return plan.possible();
    }

    private void delete(Deletion deletion) {
        deletion.commit();
        String name = deletion.machine().displayName();
        if (extent.keepGolden) {
            String image = session()
                    .services()
                    .inventory()
                    .require(deletion.machine().id())
                    .goldenName();
            session().say("Deleted " + name + "; its golden image lives on as " + image + ".");
        } else {
            session().say("Deleted " + name + ".");
        }
    }

    private boolean confirmed(List<VirtualMachine> machines) {
        String names = String.join(
                ", ", machines.stream().map(VirtualMachine::displayName).toList());
        String snapshots = extent.keepGolden ? " and all snapshots but the golden ones?" : " with all snapshots?";
        return new Question(session()).isYes("Delete " + names + snapshots);
    }
}
