package io.github.ingotvm.cli;

import io.github.ingotvm.model.SnapshotNode;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot snapshot list} */
@Command(description = "List the snapshots of a virtual machine as a tree.")
final class SnapshotListCommand extends Action {
    @Parameters(paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    SnapshotListCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().machine(vm);
        List<SnapshotNode> tree = session().services().snapshots().tree(machine.id());
        if (json) {
            Json.print(session().terminal().out(), j -> j.array(tree, new SnapshotJson(j)::write));
        } else if (tree.isEmpty()) {
            session().note(machine.displayName() + " has no snapshots; `ingot snapshot take` takes one.");
        } else {
            new SnapshotTree(session().terminal(), tree).print();
        }
        return ExitCode.DONE;
    }
}
