package io.github.ingotvm.service.restore;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.Optional;

/** Lets a copy that lies beside a damaged file take its place, once what was written is proved. */
final class Replacement {
    private final Context context;
    private final Runnable guard;
    private final Resealing resealing;

    /** @param guard throws while somebody uses the file */
    Replacement(Context context, Runnable guard, Resealing resealing) {
        this.context = context;
        this.guard = guard;
        this.resealing = resealing;
    }

    void put(Damage.Lost lost, Supply.By by, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        String copy = volumes.pathOf(VolumeNames.restoring(lost.path()));
        if (!isWhat(lost, by, copy, progress)) {
            volumes.delete(copy);
            throw new IngotException(
                    Kind.FAILED, "The copy for " + lost.path() + " was changed while it was made; try again.");
        }
        String bytes = by == Supply.By.BYTES ? lost.digest().orElseThrow() : volumes.digest(copy, progress);
        context.lock().alone(progress, () -> {
            guard.run();
            volumes.replace(lost.path(), copy);
            volumes.protect(lost.path(), true);
            return 0;
        });
        resealing.reseal(lost, bytes, progress);
    }

    private boolean isWhat(Damage.Lost lost, Supply.By by, String copy, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        if (by == Supply.By.BYTES) {
            return lost.digest().equals(Optional.of(volumes.digest(copy, progress)));
        }
        boolean alone = volumes.find(copy)
                .filter(v -> v.backing().isEmpty())
                .map(Volume::path)
                .isPresent();
        return alone && LeftSupply.holds(volumes, copy, lost.content().orElseThrow(), progress);
    }
}
