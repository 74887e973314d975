package io.github.ingotvm.service;

import io.github.ingotvm.model.VirtualMachine;

/** A deletion that was found possible and not yet done: letting go of it is its undo. */
public final class Deletion {
    private final Lifecycle lifecycle;
    private final VirtualMachine machine;

    Deletion(Lifecycle lifecycle, VirtualMachine machine) {
        this.lifecycle = lifecycle;
        this.machine = machine;
    }

    public VirtualMachine machine() {
        return machine;
    }

    /**
     * Deletes the machine with its snapshots, then those of its files that Ingot made and nothing else needs. Looks again first
     * whether it may. Files that other tools made stay.
     */
    public void commit() {
        lifecycle.commit(machine);
    }
}
