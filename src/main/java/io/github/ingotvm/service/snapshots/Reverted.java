package io.github.ingotvm.service.snapshots;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;

/** A revert that was done and can still be undone. Should neither happen, Check finds the old overlay. */
public final class Reverted {
    private final Reverter reverter;
    private final VirtualMachine before;
    private final Optional<SnapshotId> stoodOn;
    private final boolean undoable;
    private final List<String> made;
    private final List<String> left;

    Reverted(
            Reverter reverter,
            VirtualMachine before,
            Optional<SnapshotId> stoodOn,
            boolean undoable,
            List<String> made,
            List<String> left) {
        this.reverter = reverter;
        this.before = before;
        this.stoodOn = stoodOn;
        this.undoable = undoable;
        this.made = made;
        this.left = left;
    }

    /** Whether {@link #undo()} is possible. */
    public boolean isUndoable() {
        return undoable;
    }

    /** Puts the disks back to what they were before the revert; the machine is off then. What it wrote since is lost. */
    public void undo() {
        if (!undoable) {
            throw new IngotException(Kind.UNSUPPORTED, "This revert cannot be undone.");
        }
        reverter.undo(before, stoodOn, made);
    }

    /** Lets the former state go, as far as nothing needs it. No undo after that. */
    public void settle() {
        reverter.settle(left);
    }
}
