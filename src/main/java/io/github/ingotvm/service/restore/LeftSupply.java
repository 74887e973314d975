package io.github.ingotvm.service.restore;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.Contents;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.Optional;

/** What an earlier try has left beside the damaged file, when it is whole. */
record LeftSupply(Context context) implements Supply {
    @Override
    public Optional<By> stage(Damage.Lost lost, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        String left = volumes.pathOf(VolumeNames.restoring(lost.path()));
        if (volumes.find(left).isEmpty()) {
            return Optional.empty();
        }
        Optional<By> by = by(volumes, left, lost, progress);
        if (by.isEmpty()) {
            volumes.delete(left); // it was not written to its end
        }
        return by;
    }

    private static Optional<By> by(Volumes volumes, String left, Damage.Lost lost, Progress progress) {
        if (lost.digest().isPresent()
                && volumes.digest(left, progress).equals(lost.digest().get())) {
            return Optional.of(By.BYTES);
        }
        return lost.content().isPresent() && holds(volumes, left, lost.content().get(), progress)
                ? Optional.of(By.CONTENT)
                : Optional.empty();
    }

    /** Whether a guest would see that on an image; not when it cannot be read. */
    static boolean holds(Volumes volumes, String path, String content, Progress progress) {
        try {
            return Contents.of(volumes, path, progress).equals(content);
        } catch (IngotException e) {
            if (e.kind() == IngotException.Kind.CANCELLED || e.kind() == IngotException.Kind.DISCONNECTED) {
                throw e;
            }
            return false;
        }
    }
}
