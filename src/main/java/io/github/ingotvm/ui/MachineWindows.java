package io.github.ingotvm.ui;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Settings;
import io.github.ingotvm.ui.common.Theme;
import io.github.ingotvm.ui.common.Tools;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;

/** Machines in windows of their own, one for each at most. */
final class MachineWindows {
    private final Shared shared;
    private final Map<MachineId, MachineWindow> open = new HashMap<>();

    /**
     * What all such windows have in common.
     *
     * @param tools of the main window; each window says and asks things in itself
     * @param actions what can be done with machines, for a window's tools
     * @param navigator goes to places in the main window
     */
    record Shared(
            MachineStore store,
            MachineViews views,
            Settings settings,
            Theme theme,
            Tools tools,
            Function<Tools, MachineActions> actions,
            Navigator navigator) {}

    MachineWindows(Shared shared) {
        this.shared = shared;
        shared.store().machines().addListener((ListChangeListener<VirtualMachine>) c -> closeGone());
    }

    /** Opens a machine's window, or raises it. */
    void open(MachineId id) {
        if (!raise(id)) {
            MachineWindow window = new MachineWindow(shared, id, () -> open.remove(id));
            open.put(id, window);
            window.show();
        }
    }

    /** Gives whether the machine has a window of its own, which is in front now. */
    boolean raise(MachineId id) {
        Optional<MachineWindow> window = Optional.ofNullable(open.get(id));
        window.ifPresent(MachineWindow::raise);
        return window.isPresent();
    }

    boolean isOpen(MachineId id) {
        return open.containsKey(id);
    }

    private void closeGone() {
        if (shared.store().loaded().get()) {
            List.copyOf(open.keySet()).stream()
                    .filter(id -> shared.store().machines().stream().noneMatch(m -> m.id().equals(id)))
                    .map(open::get)
                    .forEach(MachineWindow::close);
        }
    }

    void closeAll() {
        List.copyOf(open.values()).forEach(MachineWindow::close);
    }
}
