package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Formats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What may become the next version of a golden image: the present state of a machine, or one of its snapshots.
 *
 * @param snapshot empty for the present state
 */
record Mould(MachineId machine, Optional<Snapshot> snapshot) {
    /** The machines it may be taken from: the image's own, where there is one, and then its linked clones. */
    static List<VirtualMachine> machines(ImageSummary image) {
        List<VirtualMachine> machines = new ArrayList<>();
        if (!image.machine().isImageOnly()) {
            machines.add(image.machine());
        }
        image.linked().stream()
                .filter(c -> !c.isDisposable())
                .sorted(Comparator.comparing((VirtualMachine c) -> !isForEditing(c)))
                .forEach(machines::add);
        return machines;
    }

    /** Whether it is called like what Edit makes. */
    private static boolean isForEditing(VirtualMachine clone) {
        return clone.displayName().contains("(editing)");
    }

    /** The present first, then the newest snapshot. */
    static List<Mould> of(VirtualMachine machine, List<Snapshot> snapshots) {
        List<Mould> moulds = new ArrayList<>();
        moulds.add(new Mould(machine.id(), Optional.empty()));
        snapshots.stream()
                .filter(s -> s.kind() == Snapshot.Kind.EXTERNAL
                        && machine.mark().golden(s.id()).isEmpty())
                .sorted(Comparator.comparing(Snapshot::created).reversed())
                .forEach(s -> moulds.add(new Mould(machine.id(), Optional.of(s))));
        return moulds;
    }

    @Override
    public String toString() {
        return snapshot.map(s -> "Snapshot — " + Formats.brief(s.name()))
                .orElse("As it is now (takes a snapshot first)");
    }
}
