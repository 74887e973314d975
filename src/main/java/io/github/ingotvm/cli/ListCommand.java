package io.github.ingotvm.cli;

import io.github.ingotvm.cli.Table.Cell;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ingot list} */
@Command(description = "List the virtual machines.")
final class ListCommand extends Action {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ListCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        List<VirtualMachine> all = session().services().inventory().machines();
        List<VirtualMachine> machines =
                all.stream().filter(m -> !m.isImageOnly()).toList();
        if (json) {
            Json.print(session().terminal().out(), j -> j.array(machines, new MachineJson(j, all)::write));
        } else {
            print(machines, all);
        }
        return ExitCode.DONE;
    }

    private void print(List<VirtualMachine> machines, List<VirtualMachine> all) {
        if (machines.isEmpty()) {
            session().note("There are no virtual machines yet; `ingot create` makes one, `ingot demo` shows how.");
            return;
        }
        Table table = new Table(session().terminal(), "NAME", "STATE", "GOLDEN", "FROM", "MEMORY", "CPUS");
        for (VirtualMachine machine : machines) {
            table.row(
                    Cell.of(machine.displayName(), Style.BOLD),
                    Cell.of(Words.state(machine), Words.style(machine)),
                    Cell.of(Words.golden(machine), Style.GOLD),
                    Cell.of(Words.origin(machine, all)),
                    Cell.right(ByteSize.text(machine.hardware().memory())),
                    Cell.right(Integer.toString(machine.hardware().cpus())));
        }
        table.print();
    }
}
