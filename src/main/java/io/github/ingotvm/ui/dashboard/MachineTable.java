package io.github.ingotvm.ui.dashboard;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Look;
import io.github.ingotvm.ui.common.MachineMenu;
import io.github.ingotvm.ui.common.StateLabel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/** The machines as rows. */
final class MachineTable extends TableView<VirtualMachine> {
    private final MachineList list;
    private final MachineMenu menu;
    private final MachineKeys keys;
    private Optional<ContextMenu> open = Optional.empty();

    MachineTable(MachineList list, MachineMenu menu, MachineKeys keys) {
        this.list = list;
        this.menu = menu;
        this.keys = keys;
        SortedList<VirtualMachine> sorted = new SortedList<>(list.shown());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setAccessibleText("Virtual machines");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        getStyleClass().addAll(Styles.DENSE, "edge-to-edge", "machine-table");
        getColumns().add(column("Name", 280, VirtualMachine::displayName, (m, cell) -> cell.setText(m.displayName())));
        getColumns().add(column("State", 140, m -> Look.of(m).word(), (m, cell) -> {
            StateLabel state = new StateLabel();
            state.show(m);
            cell.setGraphic(state);
        }));
        getColumns()
                .add(column(
                        "Golden image",
                        170,
                        m -> Chips.of(m, list.all(), list.damaged()).size(),
                        (m, cell) -> {
                            HBox chips = new HBox(4);
                            chips.setAlignment(Pos.CENTER_LEFT);
                            chips.getChildren().setAll(Chips.of(m, list.all(), list.damaged()));
                            cell.setGraphic(chips);
                        }));
        getColumns()
                .add(column(
                        "Memory",
                        100,
                        m -> m.hardware().memory(),
                        (m, cell) -> cell.setText(Formats.size(m.hardware().memory()))));
        getColumns()
                .add(column(
                        "CPUs",
                        70,
                        m -> m.hardware().cpus(),
                        (m, cell) -> cell.setText(Integer.toString(m.hardware().cpus()))));
        setRowFactory(t -> row());
        addEventFilter(KeyEvent.KEY_PRESSED, e -> keys.pressed(e, selected()));
        setOnContextMenuRequested(this::requestMenu);
    }

    private interface Fill {
        void show(VirtualMachine machine, TableCell<VirtualMachine, ?> cell);
    }

    private static <T> TableColumn<VirtualMachine, VirtualMachine> column(
            String title, double width, Function<VirtualMachine, ? extends Comparable<T>> order, Fill fill) {
        TableColumn<VirtualMachine, VirtualMachine> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
        column.setComparator(comparing(order));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(VirtualMachine machine, boolean empty) {
                super.updateItem(machine, empty);
                setText(null);
                setGraphic(null);
                if (!empty && machine != null) {
                    fill.show(machine, this);
                }
            }
        });
        return column;
    }

    @SuppressWarnings("unchecked") // a key is compared with keys of the same function alone
    private static <T> java.util.Comparator<VirtualMachine> comparing(
            Function<VirtualMachine, ? extends Comparable<T>> order) {
        return (a, b) -> order.apply(a).compareTo((T) order.apply(b));
    }

    private TableRow<VirtualMachine> row() {
        TableRow<VirtualMachine> row = new TableRow<>() {
            @Override
            protected void updateItem(VirtualMachine machine, boolean empty) {
                super.updateItem(machine, empty);
                setAccessibleText(
                        empty || machine == null
                                ? null
                                : MachineCard.spoken(machine, Chips.of(machine, list.all(), list.damaged())));
            }
        };
        row.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2 && !row.isEmpty()) {
                keys.open(row.getItem());
            }
        });
        return row;
    }

    private void requestMenu(ContextMenuEvent e) {
        open.ifPresent(ContextMenu::hide);
        if (selected().isEmpty()) {
            return;
        }
        ContextMenu now = menu.of(selected());
        open = Optional.of(now);
        now.show(this, e.getScreenX(), e.getScreenY());
        e.consume();
    }

    List<VirtualMachine> selected() {
        return List.copyOf(getSelectionModel().getSelectedItems());
    }

    /** Gives it the keyboard, with something selected. */
    void focus() {
        if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getSelectionModel().select(0);
        }
        requestFocus();
    }

    /** Tells who wants to know what is selected. */
    void onSelection(Consumer<List<MachineId>> listener) {
        getSelectionModel()
                .selectedItemProperty()
                .addListener(o -> listener.accept(
                        selected().stream().map(VirtualMachine::id).toList()));
    }

    /** Machines that the marks of others speak of have changed. */
    void refreshMarks() {
        if (!list.shown().isEmpty()) {
            refresh();
        }
    }
}
