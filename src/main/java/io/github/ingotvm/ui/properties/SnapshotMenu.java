package io.github.ingotvm.ui.properties;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotNode;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.CloneStarter;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import javafx.scene.control.MenuItem;

/** The menu of a snapshot, for where else snapshots are shown. */
public final class SnapshotMenu {
    private final SnapshotActions actions;

    public SnapshotMenu(Services services, MachineStore store, Tools tools, CloneStarter cloning) {
        this.actions = new SnapshotActions(services, store, tools, cloning);
    }

    public List<MenuItem> of(VirtualMachine machine, Snapshot snapshot) {
        return actions.items(
                machine, new SnapshotNode(snapshot, 0, machine.mark().golden(snapshot.id()), 0, List.of()));
    }
}
