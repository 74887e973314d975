package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.MachineId;
import java.util.Collection;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** Machines of whose golden image a file is gone or was changed, as it was when somebody last looked. Touched on the window's thread alone. */
public final class Damage {
    private final ObservableSet<MachineId> machines = FXCollections.observableSet();
    private final ObservableSet<MachineId> readOnly = FXCollections.unmodifiableObservableSet(machines);

    public ObservableSet<MachineId> machines() {
        return readOnly;
    }

    /** What somebody saw who looked at all of them. */
    public void learn(Collection<MachineId> now) {
        machines.retainAll(Set.copyOf(now));
        machines.addAll(now);
    }
}
