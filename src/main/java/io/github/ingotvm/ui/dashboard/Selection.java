package io.github.ingotvm.ui.dashboard;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** Which of the shown machines are selected, and from which one a range goes. */
final class Selection {
    private final ObservableList<VirtualMachine> shown;
    private final ObservableSet<MachineId> selected = FXCollections.observableSet();
    private Optional<MachineId> anchor = Optional.empty();

    Selection(ObservableList<VirtualMachine> shown) {
        this.shown = shown;
        shown.addListener((javafx.collections.ListChangeListener<VirtualMachine>) change -> forgetGone());
    }

    private void forgetGone() {
        selected.retainAll(shown.stream().map(VirtualMachine::id).toList());
    }

    ObservableSet<MachineId> ids() {
        return selected;
    }

    /** The selected machines, in the order they are shown. */
    List<VirtualMachine> machines() {
        return shown.stream().filter(m -> selected.contains(m.id())).toList();
    }

    void only(MachineId id) {
        anchor = Optional.of(id);
        set(Set.of(id));
    }

    void toggle(MachineId id) {
        anchor = Optional.of(id);
        if (!selected.remove(id)) {
            selected.add(id);
        }
    }

    /** All from the anchor to this one. */
    void rangeTo(MachineId id) {
        List<MachineId> order = shown.stream().map(VirtualMachine::id).toList();
        int from = anchor.map(order::indexOf).filter(i -> i >= 0).orElse(order.indexOf(id));
        int to = order.indexOf(id);
        set(Set.copyOf(order.subList(Math.min(from, to), Math.max(from, to) + 1)));
    }

    void all() {
        set(Set.copyOf(shown.stream().map(VirtualMachine::id).toList()));
    }

    void none() {
        selected.clear();
    }

    private void set(Set<MachineId> wanted) {
        selected.retainAll(wanted);
        selected.addAll(wanted);
    }
}
