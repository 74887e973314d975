package io.github.ingotvm.cli;

import io.github.ingotvm.lineage.Dot;
import io.github.ingotvm.lineage.Forest;
import io.github.ingotvm.lineage.Kin;
import io.github.ingotvm.lineage.Layout;
import io.github.ingotvm.lineage.Node;
import io.github.ingotvm.lineage.Subject;
import io.github.ingotvm.lineage.Svg;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot tree} */
@Command(
        description = {
            "Show what came from what: machines, their snapshots and golden versions, and the clones of those.",
            "With VM: what it came from, and all that came from it."
        })
final class TreeCommand extends Action {
    @Parameters(arity = "0..1", paramLabel = "VM", description = "Name, title or UUID.")
    private Optional<String> vm = Optional.empty();

    @Option(names = "--all", description = "Every clone by itself, also where many are alike.")
    private boolean all;

    @ArgGroup
    private As as = new As();

    TreeCommand(Session session) {
        super(session);
    }

    /** In which form, where it is not text: one of them. */
    static final class As {
        @Option(names = "--dot", description = "Print it for Graphviz: ingot tree --dot | dot -Tpdf > tree.pdf")
        private boolean dot;

        @Option(names = "--svg", description = "Print it as an SVG picture.")
        private boolean svg;

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;
    }

    @Override
    int run() {
        Optional<VirtualMachine> machine = vm.map(session()::machine);
        Forest whole = session().services().inventory().forest(all ? Integer.MAX_VALUE : Forest.STACK, Set.of());
        Forest forest = machine.map(m -> around(whole, m)).orElse(whole);
        if (as.dot) {
            session().terminal().out().print(Dot.write(forest));
        } else if (as.svg) {
            session().terminal().out().print(Svg.write(Layout.of(forest)));
        } else if (as.json) {
            Json.print(session().terminal().out(), j -> j.array(forest.roots(), n -> write(j, n)));
        } else if (forest.roots().isEmpty()) {
            session().note("There are no virtual machines yet; `ingot create` makes one, `ingot demo` shows how.");
        } else {
            new ForestText(session().terminal()).print(forest);
        }
        return ExitCode.DONE;
    }

    /** One that stands in a stack is seen by itself only when none are stacked. */
    private Forest around(Forest whole, VirtualMachine machine) {
        Forest around = whole.around(machine.id());
        return around.roots().isEmpty()
                ? session()
                        .services()
                        .inventory()
                        .forest(Integer.MAX_VALUE, Set.of())
                        .around(machine.id())
                : around;
    }

    private static void write(Json json, Node node) {
        json.object(() -> {
            Subject subject = node.subject();
            if (subject instanceof Subject.Machine m) {
                json.field("kind", "machine");
                json.field("id", m.machine().id().toString());
                json.field("name", m.machine().displayName());
                json.field("state", m.machine().state());
                json.field("linked", node.kin() == Kin.LINKED);
            } else if (subject instanceof Subject.Frozen f) {
                json.field("kind", "snapshot");
                json.field("id", f.snapshot().id().value());
                json.field("name", f.snapshot().name());
                json.field("here", f.snapshot().current());
                f.golden()
                        .ifPresentOrElse(
                                g -> json.field("goldenVersion", g.number()), () -> json.absent("goldenVersion"));
                json.field("current", f.current());
            } else if (subject instanceof Subject.Gone g) {
                json.field("kind", "gone");
                json.field("id", g.origin().source().toString());
                json.field("name", g.origin().sourceName());
                json.field("snapshotName", g.origin().snapshotName());
                json.version("goldenVersion", Optional.of(g.origin()));
            } else {
                stack(json, node, ((Subject.Stack) subject).clones());
            }
            json.array("children", node.children(), c -> write(json, c));
        });
    }

    private static void stack(Json json, Node node, List<VirtualMachine> clones) {
        json.field("kind", "stack");
        json.field("linked", node.kin() == Kin.LINKED);
        json.field("count", clones.size());
        json.strings("names", clones.stream().map(VirtualMachine::displayName).toList());
    }
}
