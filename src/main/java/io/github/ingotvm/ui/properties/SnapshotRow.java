package io.github.ingotvm.ui.properties;

import io.github.ingotvm.model.SnapshotNode;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;

/**
 * A line of the snapshot tree.
 *
 * @param node the snapshot; empty for the line that says where the machine is now
 * @param machine the machine as it was then read
 * @param rail how the lines between snapshots are drawn
 */
record SnapshotRow(Optional<SnapshotNode> node, VirtualMachine machine, Rail rail) {
    /**
     * The lines at the left of a row. Children stand below their parent; the last of them goes on in its parent's lane, the others
     * branch off to the right, so that a history without branches is one straight line.
     *
     * @param lane of the row's own dot, 0 at the left
     * @param from lane of the parent; empty for a row without one
     * @param through lanes whose lines only pass by
     * @param goesOn whether a line leaves the dot downwards in its own lane
     */
    record Rail(int lane, Optional<Integer> from, List<Integer> through, boolean goesOn) {
        Rail {
            through = List.copyOf(through);
        }
    }
}
