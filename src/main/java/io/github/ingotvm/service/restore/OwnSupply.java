package io.github.ingotvm.service.restore;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.Optional;

/** The damaged disk itself, where nothing that a guest sees was hit; also after a try that ended before the seal was renewed. */
record OwnSupply(Context context) implements Supply {
    @Override
    public Optional<By> stage(Damage.Lost lost, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        boolean has = lost.content().isPresent()
                && volumes.find(lost.path()).isPresent()
                && LeftSupply.holds(volumes, lost.path(), lost.content().get(), progress);
        if (!has) {
            return Optional.empty();
        }
        volumes.copy(VolumeNames.restoring(lost.path()), lost.path(), "qcow2", progress);
        return Optional.of(By.CONTENT);
    }
}
