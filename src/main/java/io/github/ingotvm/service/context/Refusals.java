package io.github.ingotvm.service.context;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.VirtualMachine;

/** What is said where a machine is not of the kind that an operation needs. */
public final class Refusals {
    private Refusals() {}

    /** @throws IngotException {@code WRONG_STATE} for a golden image whose machine was deleted */
    public static void requireMachine(VirtualMachine machine) {
        if (machine.isImageOnly()) {
            throw new IngotException(
                    Kind.WRONG_STATE,
                    machine.displayName()
                            + " is a golden image without a machine of its own; make a clone of it and work with that.");
        }
    }

    /** @throws IngotException {@code WRONG_STATE} for a machine that vanishes when it stops */
    public static void requireKept(VirtualMachine machine) {
        if (machine.isDisposable()) {
            throw new IngotException(
                    Kind.WRONG_STATE, machine.displayName() + " vanishes when it stops; keep it first.");
        }
    }
}
