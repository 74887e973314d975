package io.github.ingotvm.ui.lineage;

import io.github.ingotvm.lineage.Node;
import io.github.ingotvm.lineage.Subject;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.MachineMenu;
import io.github.ingotvm.ui.common.Navigator.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
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
            return m.machine().isImageOnly() ? List.of(image(m.machine())) : machines.items(List.of(m.machine()));
        }
        if (subject instanceof Subject.Frozen f) {
            return frozen(f);
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

    private List<MenuItem> frozen(Subject.Frozen frozen) {
        List<MenuItem> items = new ArrayList<>();
        if (frozen.golden().isPresent()) {
            items.add(image(frozen.owner()));
            items.add(MachineMenu.item(
                    "Run Disposable Clone",
                    Feather.WIND,
                    "",
                    () -> ways.actions()
                            .runDisposable(frozen.owner(), frozen.snapshot().id())));
        }
        if (!frozen.owner().isImageOnly()) {
            items.addAll(ways.snapshots().apply(frozen.owner(), frozen.snapshot()));
        }
        return items;
    }

    private MenuItem image(VirtualMachine owner) {
        return MachineMenu.item(
                "Golden Image", Feather.STAR, "", () -> ways.navigator().golden(owner.id()));
    }

    /** Does what the menu shows this key for, if it does. */
    boolean obeys(Node node, KeyEvent e) {
        Optional<MenuItem> meant = items(node).stream()
                .filter(i -> i.getAccelerator() != null && i.getAccelerator().match(e) && !i.isDisable())
                .findFirst();
        meant.ifPresent(MenuItem::fire);
        return meant.isPresent();
    }

    /** What a double click does, and Enter. */
    void open(Node node) {
        Subject subject = node.subject();
        if (subject instanceof Subject.Machine m) {
            open(m.machine(), Tab.OVERVIEW);
        } else if (subject instanceof Subject.Frozen f) {
            open(f.owner(), Tab.SNAPSHOTS);
        } else if (subject instanceof Subject.Stack) {
            spread.accept(node);
        }
    }

    private void open(VirtualMachine machine, Tab tab) {
        if (machine.isImageOnly()) {
            ways.navigator().golden(machine.id());
        } else if (tab == Tab.OVERVIEW && machine.state().isActive()) {
            ways.navigator().open(machine.id());
        } else {
            ways.navigator().properties(machine.id(), tab);
        }
    }
}
