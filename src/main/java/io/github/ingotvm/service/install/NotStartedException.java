package io.github.ingotvm.service.install;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.VirtualMachine;

/** A machine was made and stays, but what was to follow could not be done: its first snapshot, or its start. */
public final class NotStartedException extends IngotException {
    private static final long serialVersionUID = 1L;

    private final transient VirtualMachine machine;

    NotStartedException(VirtualMachine machine, String sentence, IngotException cause) {
        super(cause.kind(), sentence, cause);
        this.machine = machine;
    }

    /** What was made; off. */
    public VirtualMachine machine() {
        return machine;
    }
}
