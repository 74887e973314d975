package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;

/** What can be done with machines from anywhere in the window; each returns at once and says itself what came of it. */
public interface MachineActions {
    void start(List<VirtualMachine> machines);

    void shutDown(List<VirtualMachine> machines);

    void forceOff(List<VirtualMachine> machines);

    void pause(List<VirtualMachine> machines);

    void resume(List<VirtualMachine> machines);

    void restart(List<VirtualMachine> machines);

    void takeSnapshot(VirtualMachine machine);

    void clone(VirtualMachine machine);

    /** Starts a clone of its golden image that vanishes when it stops, and shows it. */
    void runDisposable(VirtualMachine machine);

    /** The same of a golden version or any other snapshot. */
    void runDisposable(VirtualMachine machine, SnapshotId from);

    /** Lets disposable clones stay. */
    void keep(List<VirtualMachine> machines);

    void rename(VirtualMachine machine);

    void delete(List<VirtualMachine> machines);

    /** Deletes a machine and lets its golden image live on. */
    void deleteKeepingGolden(VirtualMachine machine);

    void markInstalled(VirtualMachine machine);

    /** What keeps them in good order. */
    MachineCare care();
}
