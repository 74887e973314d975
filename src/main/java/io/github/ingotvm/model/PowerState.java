package io.github.ingotvm.model;

/** What a virtual machine is doing. */
public enum PowerState {
    OFF,
    RUNNING,
    PAUSED,
    /** Off, with its memory kept by the hypervisor (managed save): a start goes on from there. */
    SAVED,
    CRASHED;

    /** Whether a hypervisor process holds the machine's disks open. */
    public boolean isActive() {
        return this == RUNNING || this == PAUSED || this == CRASHED;
    }
}
