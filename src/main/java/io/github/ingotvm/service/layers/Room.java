package io.github.ingotvm.service.layers;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.service.work.Resources;

/** Room on the disk of Ingot's pool. */
public final class Room {
    private static final long RESERVE = 64 * Resources.MIB;

    private Room() {}

    /** Refuses with {@code NO_SPACE} what would fill the disk. */
    public static void require(Hypervisor hypervisor, long bytes, String doing) {
        long free = hypervisor.volumes().ownPool().free();
        if (free < bytes + RESERVE) {
            throw new IngotException(
                    Kind.NO_SPACE,
                    "There is not enough room to " + doing + ": it takes up to " + bytes / Resources.MIB + " MiB, and "
                            + free / Resources.MIB + " MiB are free; free some space and try again.");
        }
    }
}
