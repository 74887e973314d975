package io.github.ingotvm.ui.space;

import static io.github.ingotvm.ui.common.MachineMenu.item;

import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.SpaceReport;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Navigator.Tab;
import io.github.ingotvm.ui.common.RowMenu;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** What takes space, the most first: machines, and on request their snapshots. */
final class SpaceList extends ListView<SpaceLine> {
    private final MachineActions actions;
    private final Navigator navigator;
    private final Set<MachineId> opened = new HashSet<>();
    private Optional<SpaceReport> report = Optional.empty();

    SpaceList(MachineActions actions, Navigator navigator) {
        this.actions = actions;
        this.navigator = navigator;
        getStyleClass().addAll("edge-to-edge", "space-list");
        setAccessibleText("What takes space");
        RowMenu<SpaceLine> menu = new RowMenu<>(this, line -> items(line.machine()));
        setCellFactory(l -> new SpaceCell(this::toggle, menu::below));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    void show(SpaceReport now) {
        report = Optional.of(now);
        fill();
    }

    private void fill() {
        int at = Math.max(0, getSelectionModel().getSelectedIndex());
        report.ifPresent(r -> {
            List<SpaceLine> lines = SpaceLine.of(r, opened);
            if (!lines.equals(getItems())) {
                getItems().setAll(lines);
                getSelectionModel().select(Math.min(at, lines.size() - 1));
            }
        });
    }

    private void toggle(SpaceLine line) {
        MachineId id = line.machine().id();
        if (!opened.remove(id)) {
            opened.add(id);
        }
        fill();
    }

    private Optional<SpaceLine> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    private List<MenuItem> items(VirtualMachine machine) {
        MenuItem detach =
                item("Detach…", Feather.SCISSORS, "", () -> actions.care().detach(List.of(machine)));
        detach.setDisable(machine.mark().lineage().filter(Lineage::linked).isEmpty());
        return List.of(
                item("Compact…", Feather.MINIMIZE_2, "", () -> actions.care().compact(List.of(machine))),
                detach,
                new SeparatorMenuItem(),
                item(
                        "Show Snapshots",
                        Feather.GIT_COMMIT,
                        "Enter",
                        () -> navigator.properties(machine.id(), Tab.SNAPSHOTS)),
                item("Delete", Feather.TRASH_2, "Delete", () -> actions.delete(List.of(machine))));
    }

    private void onKey(KeyEvent e) {
        Optional<SpaceLine> line = selected();
        if (line.isEmpty() || e.isAltDown()) {
            return;
        }
        boolean shown = opened.contains(line.get().machine().id());
        switch (e.getCode()) {
            case RIGHT -> toggleWhen(!shown, line.get(), e);
            case LEFT -> toggleWhen(shown, line.get(), e);
            case ENTER ->
                take(e, () -> navigator.properties(line.get().machine().id(), Tab.SNAPSHOTS));
            case DELETE -> {
                if (line.get().isMachine()) {
                    take(e, () -> actions.delete(List.of(line.get().machine())));
                }
            }
            default -> {}
        }
    }

    private void toggleWhen(boolean wanted, SpaceLine line, KeyEvent e) {
        e.consume();
        if (wanted) {
            toggle(line);
        }
    }

    private static void take(KeyEvent e, Runnable action) {
        e.consume();
        action.run();
    }
}
