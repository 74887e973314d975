package io.github.ingotvm.service.layers;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.List;

/** How deep chains may grow: reading slows with each layer, and QEMU refuses what has about two hundred. */
public final class Depth {
    /** No overlay is put on a chain of so many files: room is left for what must be done to make it shorter. */
    public static final int MOST = 150;

    private Depth() {}

    /** Refuses with {@code WRONG_STATE} to put one more overlay on one of these disks. */
    public static void requireRoom(Volumes volumes, List<Disk> disks, String who) {
        Chain chain = new Chain(volumes);
        disks.forEach(d -> requireRoom(chain.length(d.source().orElseThrow()), who));
    }

    public static void requireRoom(int length, String who) {
        if (length >= MOST) {
            throw new IngotException(
                    Kind.WRONG_STATE,
                    "The disk of " + who + " stands on " + (length - 1)
                            + " layers, which is too deep for one more; delete snapshots and compact it, or make a full clone.");
        }
    }
}
