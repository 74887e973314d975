package io.github.ingotvm.cli;

import io.github.ingotvm.cli.Table.Cell;
import io.github.ingotvm.model.SpaceReport;
import io.github.ingotvm.model.SpaceReport.OfMachine;
import io.github.ingotvm.model.SpaceReport.OfPool;
import io.github.ingotvm.model.SpaceReport.OfSnapshot;
import io.github.ingotvm.model.SpaceUse;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot space} */
@Command(
        description = {
            "Show what virtual machines take on the host's disk, or one of them with its snapshots.",
            "OWN: what it alone needs; SHARED: together with others; FREED: by its deletion (a golden version's retirement); FULL: at most, as a full copy."
        })
final class SpaceCommand extends Action {
    @Parameters(arity = "0..1", paramLabel = "VM", description = "Name, title or UUID.")
    private Optional<String> vm = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    SpaceCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        Optional<VirtualMachine> only = vm.map(session()::machine);
        SpaceReport all = session().services().space().report();
        List<OfMachine> shown = only.map(m -> all.of(m.id()).stream().toList()).orElse(all.machines());
        if (json) {
            Json.print(session().terminal().out(), j -> new SpaceJson(j).write(new SpaceReport(shown, all.pools())));
            return ExitCode.DONE;
        }
        print(shown, only.isPresent());
        all.pools().stream().filter(p -> p.used() > 0).forEach(this::print);
        return ExitCode.DONE;
    }

    private void print(List<OfMachine> machines, boolean snapshots) {
        Table table = new Table(session().terminal(), "NAME", "OWN", "SHARED", "FREED", "FULL", "DEPTH");
        for (OfMachine machine : machines) {
            table.row(
                    row(machine.machine().displayName(), Style.BOLD, machine.use(), Integer.toString(machine.depth())));
            for (OfSnapshot snapshot : snapshots ? machine.snapshots() : List.<OfSnapshot>of()) {
                String golden = snapshot.golden().map(g -> "  ★ " + g.label()).orElse("");
                table.row(row("  " + snapshot.name() + golden, Style.PLAIN, snapshot.use(), ""));
            }
        }
        table.print();
    }

    private static Cell[] row(String name, Style style, SpaceUse use, String depth) {
        return new Cell[] {
            Cell.of(name, style),
            Cell.right(ByteSize.text(use.own())),
            Cell.right(ByteSize.text(use.shared())),
            Cell.right(ByteSize.text(use.freed())),
            Cell.right(ByteSize.text(use.full())),
            Cell.right(depth)
        };
    }

    private void print(OfPool pool) {
        session()
                .note("Pool " + pool.pool().name() + ": " + ByteSize.text(pool.used()) + " used"
                        + (pool.leftover() > 0
                                ? ", of it " + ByteSize.text(pool.leftover())
                                        + " that nothing needs (`ingot check --fix`)"
                                : "")
                        + ", " + ByteSize.text(pool.pool().free()) + " free.");
    }
}
