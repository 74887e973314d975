package io.github.ingotvm.ui.lineage;

import io.github.ingotvm.lineage.Node;
import io.github.ingotvm.lineage.Subject;
import io.github.ingotvm.ui.common.MachineMenu;
import io.github.ingotvm.ui.common.Navigator.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with a node: the menus that machines and snapshots have everywhere. */
final class NodeMenu {
    private final LineageWays ways;
    private final Consumer<Node> spread;

    /** @param spread shows the clones of a stack one by one */
    NodeMenu(LineageWays ways, Consumer<Node> spread) {
        this.ways = ways;
        this.spread = spread;
    }

    List<MenuItem> items(Node node) {
        Subject subject = node.subject();
        MachineMenu machines = new MachineMenu(ways.actions(), ways.navigator());
        if (subject instanceof Subject.Machine m) {
            return machines.items(List.of(m.machine()));
        }
        if (subject instanceof Subject.Frozen f) {
            return ways.snapshots().apply(f.owner(), f.snapshot());
        }
        if (subject instanceof Subject.Stack s) {
            List<MenuItem> items = new ArrayList<>();
            items.add(MachineMenu.item("Show Each", Feather.MAXIMIZE_2, "Enter", () -> spread.accept(node)));
            items.add(new SeparatorMenuItem());
            items.addAll(machines.items(s.clones()));
            return items;
        }
        return List.of();
    }

    /** What a double click does. */
    void open(Node node) {
        Subject subject = node.subject();
        if (subject instanceof Subject.Machine m) {
            ways.navigator().properties(m.machine().id(), Tab.OVERVIEW);
        } else if (subject instanceof Subject.Frozen f) {
            ways.navigator().properties(f.owner().id(), Tab.SNAPSHOTS);
        } else if (subject instanceof Subject.Stack) {
            spread.accept(node);
        }
    }
}
