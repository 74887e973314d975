package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;

/** Opens the question how to clone, with a snapshot chosen. */
public interface CloneStarter {
    void clone(VirtualMachine machine, SnapshotId from);
}
