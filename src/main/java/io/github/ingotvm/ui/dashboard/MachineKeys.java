package io.github.ingotvm.ui.dashboard;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Navigator.Tab;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys that mean the same in the grid and in the table. */
final class MachineKeys {
    private final MachineActions actions;
    private final Navigator navigator;

    MachineKeys(MachineActions actions, Navigator navigator) {
        this.actions = actions;
        this.navigator = navigator;
    }

    /** Does what the key says with what is selected; consumes the event when it says anything. */
    void pressed(KeyEvent e, List<VirtualMachine> selected) {
        if (selected.isEmpty()) {
            return;
        }
        VirtualMachine first = selected.get(0);
        if (e.getCode() == KeyCode.ENTER && e.isAltDown()) {
            navigator.properties(first.id(), Tab.OVERVIEW);
        } else if (e.getCode() == KeyCode.ENTER) {
            open(first);
        } else if (e.getCode() == KeyCode.F2) {
            actions.rename(first);
        } else if (e.getCode() == KeyCode.DELETE) {
            actions.delete(selected);
        } else {
            return;
        }
        e.consume();
    }

    void keep(VirtualMachine machine) {
        actions.keep(List.of(machine));
    }

    /** Shows a machine's screen; one that is off is started. */
    void open(VirtualMachine machine) {
        if (!machine.state().isActive()) {
            actions.start(List.of(machine));
        }
        navigator.open(machine.id());
    }
}
