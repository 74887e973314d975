package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import javafx.scene.control.MenuItem;

/** Keeps clones up to date; each returns at once, asks what has to be asked, and says what came of it. */
public interface MachineCare {
    /** Linked clones get a fresh system disk on the current version of their golden image. */
    void update(List<VirtualMachine> clones);

    /** The same on another version. */
    void update(List<VirtualMachine> clones, int version);

    /** The same on their own version. */
    void reset(List<VirtualMachine> clones);

    /** Clones go back to what they were before they were last updated or reset. */
    void undo(List<VirtualMachine> clones);

    /** Layers that nothing needs any more are merged. */
    void compact(List<VirtualMachine> machines);

    /** Linked clones become independent of their golden image. */
    void detach(List<VirtualMachine> clones);

    /** What of this makes sense for these machines now. */
    List<MenuItem> items(List<VirtualMachine> machines);
}
