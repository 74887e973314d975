package io.github.ingotvm.service.restore;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.Optional;

/** The disks of a machine, which is off and stays so meanwhile. */
record MachineSupply(Context context, MachineId id) implements Supply {
    @Override
    public Optional<By> stage(Damage.Lost lost, Progress progress) {
        return lost.content()
                .flatMap(content -> context.lock().onMachine(id, () -> stage(lost.path(), content, progress)));
    }

    private Optional<By> stage(String path, String content, Progress progress) {
        VirtualMachine machine = context.inventory().require(id);
        if (machine.state() != PowerState.OFF) {
            throw new IngotException(
                    Kind.WRONG_STATE,
                    machine.displayName() + " is not off, so its disks cannot be read; shut it down first.");
        }
        Volumes volumes = context.hypervisor().volumes();
        for (Disk disk : machine.hardware().writableDisks()) {
            String image = disk.source().orElseThrow();
            if (LeftSupply.holds(volumes, image, content, progress)) {
                volumes.copy(VolumeNames.restoring(path), image, "qcow2", progress);
                return Optional.of(By.CONTENT);
            }
        }
        return Optional.empty();
    }
}
