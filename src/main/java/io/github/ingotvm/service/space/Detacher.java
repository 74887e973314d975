package io.github.ingotvm.service.space;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.context.Refusals;
import io.github.ingotvm.service.layers.Drift;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.layers.Room;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.layers.StateDisks;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.work.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a linked clone independent: its disks take in everything that they stand on. A running one goes on meanwhile. */
public final class Detacher {
    private final Context context;

    public Detacher(Context context) {
        this.context = context;
    }

    /**
     * Detaches a clone. Of one that is off, flat copies are made and then <b>one new definition</b>; of one that runs, the images take in
     * the layers, and then its mark says so.
     *
     * @throws IngotException {@code UNSUPPORTED} for what is no linked clone, {@code IN_USE} while it has snapshots or a former state,
     *     which stand on the golden image too, {@code FAILED} when that looks changed, {@code WRONG_STATE} for a saved one, {@code NO_SPACE}, {@code CANCELLED}
     */
    public VirtualMachine detach(MachineId id, Progress progress) {
        List<String> left = new ArrayList<>();
        try {
            return context.lock().onMachine(id, () -> detachLocked(id, left, progress));
        } finally {
            context.layers().dropUnneeded(left);
        }
    }

    private VirtualMachine detachLocked(MachineId id, List<String> left, Progress progress) {
        VirtualMachine clone = context.inventory().requireMachine(id);
        Lineage lineage = requireDetachable(clone);
        requireUnchanged(clone);
        Room.require(context.hypervisor(), size(clone), "detach " + clone.displayName());
        Mark mark = clone.mark().with(lineage.detached());
        if (clone.state().isActive()) {
            pull(clone, progress);
            context.hypervisor().machines().setMark(id, mark);
        } else {
            copy(clone, mark, left, progress);
        }
        return context.inventory().require(id);
    }

    private Lineage requireDetachable(VirtualMachine clone) {
        Refusals.requireKept(clone);
        String who = clone.displayName();
        Lineage lineage = clone.mark()
                .lineage()
                .filter(Lineage::linked)
                .orElseThrow(() -> new IngotException(
                        Kind.UNSUPPORTED, who + " is no linked clone; it depends on nothing already."));
        if (clone.state() == PowerState.SAVED) {
            throw new IngotException(
                    Kind.WRONG_STATE, who + " is saved in the middle of its work; start it, then detach it.");
        }
        List<String> snapshots = context.inventory().snapshots(clone.id()).stream()
                .map(Snapshot::name)
                .toList();
        if (!snapshots.isEmpty()) {
            throw new IngotException(
                    Kind.IN_USE,
                    "The snapshots of " + who + " stand on " + lineage.sourceName() + " too ("
                            + String.join(", ", snapshots) + "); delete them first.",
                    snapshots,
                    null);
        }
        Optional<String> shared = shared(clone);
        if (shared.isPresent()) {
            throw new IngotException(
                    Kind.UNSUPPORTED,
                    who + " shares its disk " + shared.get() + " with " + lineage.sourceName()
                            + "; remove that disk first, or make a full clone.");
        }
        if (clone.mark().former().isPresent()) {
            throw new IngotException(
                    Kind.IN_USE,
                    "What " + who + " was before its last update stands on " + lineage.sourceName()
                            + " too; let go of it first.",
                    List.of(who),
                    null);
        }
        return lineage;
    }

    /** Once it stands on nothing, nobody would tell any more that what it took in was changed. */
    private void requireUnchanged(VirtualMachine clone) {
        Drift.under(NamedFiles.images(clone), context.hypervisor()).ifPresent(drift -> {
            throw new IngotException(
                    Kind.FAILED,
                    drift.isUnder(clone.displayName())
                            + ", so it is not made independent with that; verify the golden image, and restore that file.");
        });
    }

    /** The target of a disk that is a layer of others. */
    private Optional<String> shared(VirtualMachine clone) {
        return StateDisks.of(clone.hardware(), context.hypervisor()).stream()
                .filter(Disk::readOnly)
                .map(Disk::target)
                .findFirst();
    }

    private long size(VirtualMachine clone) {
        LayerGraph graph = new LayerGraph(Scan.of(context.hypervisor()));
        return graph.fullSize(clone.present());
    }

    private void pull(VirtualMachine clone, Progress progress) {
        List<Disk> disks = clone.present().writableDisks();
        for (int i = 0; i < disks.size(); i++) {
            context.hypervisor()
                    .merging()
                    .pull(clone.id(), disks.get(i).target(), Optional.empty(), Part.of(progress, i, disks.size()));
        }
    }

    private void copy(VirtualMachine clone, Mark mark, List<String> left, Progress progress) {
        Map<String, String> disks = context.layers()
                .copies(
                        clone.hardware().writableDisks(),
                        target -> VolumeNames.disk(
                                clone.name(), target, context.ids().token()),
                        left,
                        progress)
                .await();
        clone.hardware().writableDisks().forEach(d -> d.source().ifPresent(left::add));
        DefinitionEdit edit = DefinitionEdit.NONE.disks(disks).mark(mark);
        context.hypervisor()
                .machines()
                .define(context.hypervisor().definitions().edit(clone.definition(), edit));
    }
}
