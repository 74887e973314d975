package io.github.ingotvm.ui.common;

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

    void rename(VirtualMachine machine);

    void delete(List<VirtualMachine> machines);

    void markInstalled(VirtualMachine machine);
}
