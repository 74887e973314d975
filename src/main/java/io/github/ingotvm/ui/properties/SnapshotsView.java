package io.github.ingotvm.ui.properties;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.SnapshotNode;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineActions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** A machine's snapshots as a tree, and what can be done with each. */
final class SnapshotsView extends BorderPane {
    private final SnapshotActions doing;
    private final ListView<SnapshotRow> rows = new ListView<>();
    private final Label summary = Fields.hint("");
    private Optional<ContextMenu> open = Optional.empty();

    /** @param machine runs something with the machine as it is now */
    SnapshotsView(SnapshotActions doing, MachineActions actions, Consumer<Consumer<VirtualMachine>> machine) {
        this.doing = doing;
        getStyleClass().add("snapshots");
        Button take = new Button("Take Snapshot…", Icons.of(Feather.CAMERA));
        take.getStyleClass().add(Styles.ACCENT);
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setOnAction(e -> machine.accept(actions::takeSnapshot));
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox bar = new HBox(16, summary, take);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("snapshots-bar");
        setTop(bar);
        rows.setCellFactory(list -> new SnapshotCell(this::menuBelow));
        rows.getStyleClass().addAll("edge-to-edge", "snapshot-list");
        rows.setAccessibleText("Snapshots");
        rows.setOnContextMenuRequested(this::requestMenu);
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        setCenter(rows);
    }

    void show(VirtualMachine machine, List<SnapshotNode> nodes) {
        List<SnapshotRow> now = SnapshotTree.rows(machine, nodes);
        if (now.equals(rows.getItems())) {
            return;
        }
        Optional<SnapshotNode> selected = selected().flatMap(SnapshotRow::node);
        rows.getItems().setAll(now);
        selected.ifPresent(s -> select(s.snapshot().id()));
        if (rows.getSelectionModel().isEmpty() && !now.isEmpty()) {
            rows.getSelectionModel().select(0);
        }
        summary.setText(
                nodes.isEmpty()
                        ? "No snapshots yet. Take one, and you can always come back to this moment."
                        : "Right-click a snapshot to promote it, revert to it or clone from it.");
    }

    private void select(io.github.ingotvm.model.SnapshotId id) {
        rows.getItems().stream()
                .filter(r -> r.node().filter(n -> n.snapshot().id().equals(id)).isPresent())
                .findFirst()
                .ifPresent(rows.getSelectionModel()::select);
    }

    private Optional<SnapshotRow> selected() {
        return Optional.ofNullable(rows.getSelectionModel().getSelectedItem());
    }

    private void requestMenu(ContextMenuEvent e) {
        e.consume();
        if (e.isKeyboardTrigger()) {
            menuOfSelected();
        } else {
            selected().ifPresent(row -> showMenu(row, menu -> menu.show(rows, e.getScreenX(), e.getScreenY())));
        }
    }

    private void menuBelow(SnapshotRow row, Node node) {
        rows.getSelectionModel().select(row);
        showMenu(row, menu -> menu.show(node, Side.BOTTOM, 0, 4));
    }

    private void menuOfSelected() {
        selected()
                .ifPresent(row -> rows.lookupAll(".snapshot-cell").stream()
                        .filter(c -> c instanceof SnapshotCell cell && row.equals(cell.getItem()))
                        .findFirst()
                        .ifPresent(cell -> showMenu(row, menu -> menu.show(cell, Side.BOTTOM, 48, -16))));
    }

    private void showMenu(SnapshotRow row, Consumer<ContextMenu> place) {
        open.ifPresent(ContextMenu::hide);
        row.node().ifPresent(node -> {
            ContextMenu menu = new ContextMenu();
            menu.getItems().setAll(doing.items(row.machine(), node));
            open = Optional.of(menu);
            place.accept(menu);
        });
    }

    private void onKey(KeyEvent e) {
        Optional<SnapshotNode> node = selected().flatMap(SnapshotRow::node);
        if (e.getCode() == KeyCode.CONTEXT_MENU || (e.getCode() == KeyCode.F10 && e.isShiftDown())) {
            menuOfSelected();
            e.consume();
        } else if (e.getCode() == KeyCode.F2) {
            node.ifPresent(n -> doing.rename(selected().orElseThrow().machine(), n));
            e.consume();
        } else if (e.getCode() == KeyCode.DELETE) {
            node.ifPresent(n -> doing.delete(selected().orElseThrow().machine(), n));
            e.consume();
        }
    }

    void focus() {
        rows.requestFocus();
    }
}
