package io.github.ingotvm.service.machines;

import io.github.ingotvm.model.VirtualMachine;

/** A deletion that was found possible and not yet done: letting go of it is its undo. */
public final class Deletion {
    private final VirtualMachine machine;
    private final Runnable work;

    /** @param work looks again whether it may be done, and does it */
    Deletion(VirtualMachine machine, Runnable work) {
        this.machine = machine;
        this.work = work;
    }

    public VirtualMachine machine() {
        return machine;
    }

    /**
     * Deletes the machine, then those of its files that Ingot made and nothing else needs. Looks again first whether it may. Files that
     * other tools made stay.
     */
    public void commit() {
        work.run();
    }
}
