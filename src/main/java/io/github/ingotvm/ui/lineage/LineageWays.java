package io.github.ingotvm.ui.lineage;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.Navigator;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.control.MenuItem;

/**
 * The parts of the window that lead on from the picture.
 *
 * @param snapshots the menu of a snapshot
 */
public record LineageWays(
        Navigator navigator, MachineActions actions, BiFunction<VirtualMachine, Snapshot, List<MenuItem>> snapshots) {}
