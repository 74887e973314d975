package io.github.ingotvm.service.snapshots;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.Definitions;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.hypervisor.Snapshots;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.Chain;
import io.github.ingotvm.service.layers.Drift;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.layers.Nvram;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.work.Begun;
import io.github.ingotvm.service.work.TaskScope;
import io.github.ingotvm.service.work.TaskScope.Task;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a machine back to one of its snapshots: new overlays on the layers the snapshot froze, then one new definition that uses
 * them. What the machine was until then stays on disk until {@link Reverted#settle()}.
 */
public final class Reverter {
    private final Context context;
    private final Snapshotter snapshotter;

    public Reverter(Context context, Snapshotter snapshotter) {
        this.context = context;
        this.snapshotter = snapshotter;
    }

    /**
     * Reverts. A running machine is stopped first and started again after; one reverted to a snapshot with memory goes on from that
     * very moment. The machine keeps its name, title and golden marks; hardware and disks become those of the snapshot.
     *
     * @param keepAs name of a snapshot to take of the present state first; empty to let it go
     * @throws IngotException {@code FAILED} when a file is gone, or when it would go on from there on a golden image that looks changed
     */
    public Reverted revert(MachineId id, SnapshotId to, Optional<String> keepAs) {
        List<String> made = new ArrayList<>();
        try {
            return context.lock().onMachine(id, () -> revertLocked(id, to, keepAs, made));
        } catch (IngotException e) {
            context.layers().dropUnneeded(made);
            throw e;
        }
    }

    private Reverted revertLocked(MachineId id, SnapshotId to, Optional<String> keepAs, List<String> files) {
        VirtualMachine present = context.inventory().requireMachine(id);
        Snapshot snapshot = context.inventory().require(id, to);
        requireUnchangedWhereItGoesOn(present, snapshot);
        if (snapshot.kind() == Snapshot.Kind.INTERNAL) {
            return revertInternal(present, snapshot, keepAs, files);
        }
        try (TaskScope tasks = context.tasks()) {
            int first = files.size();
            Begun overlays = context.layers()
                    .overlays(
                            tasks,
                            snapshot.hardware().writableDisks(),
                            target -> VolumeNames.disk(
                                    present.name(), target, context.ids().token()),
                            files);
            Optional<Task<String>> nvram = copyNvram(tasks, present, snapshot, files);
            List<String> made = List.copyOf(files.subList(first, files.size()));
            requireWhole(snapshot);
            VirtualMachine before =
                    keepAs.map(name -> keep(present, name, files)).orElse(present);
            Optional<SnapshotId> stoodOn = current(id);
            Map<String, String> disks = overlays.await();
            Optional<String> variables = nvram.map(Task::get);
            stop(before);
            VirtualMachine machine = withNameOf(snapshot, before);
            define(snapshot.definition(), machine, disks, variables, lineage(snapshot, before));
            context.hypervisor().snapshots().makeCurrent(id, to);
            goOn(before, snapshot, disks);
            Set<String> left = new LinkedHashSet<>(NamedFiles.roots(before));
            return new Reverted(this, before, stoodOn, true, made, List.copyOf(left));
        }
    }

    private Reverted revertInternal(
            VirtualMachine machine, Snapshot snapshot, Optional<String> keepAs, List<String> files) {
        requireOfNobodyElse(machine, snapshot);
        VirtualMachine before = keepAs.map(name -> keep(machine, name, files)).orElse(machine);
        Optional<SnapshotId> stoodOn = current(machine.id());
        context.hypervisor().snapshots().revertInternal(machine.id(), snapshot.id());
        return new Reverted(this, before, stoodOn, false, List.of(), List.of());
    }

    /** Before it is stopped: on a golden image that looks changed it would not be started again. */
    private void requireUnchangedWhereItGoesOn(VirtualMachine machine, Snapshot snapshot) {
        boolean withMemory = snapshot.consistency() == Snapshot.Consistency.MEMORY;
        if (withMemory || isOn(machine)) {
            Drift.under(NamedFiles.images(snapshot), context.hypervisor()).ifPresent(drift -> {
                throw new IngotException(
                        Kind.FAILED,
                        drift.isUnder("\"" + snapshot.name() + "\"") + ", so nothing goes on from it; "
                                + (withMemory ? "" : "shut " + machine.displayName() + " down before you revert, or ")
                                + "verify the golden image, and restore that file.");
            });
        }
    }

    private static boolean isOn(VirtualMachine machine) {
        return machine.state() == PowerState.RUNNING || machine.state() == PowerState.PAUSED;
    }

    /** Takes a snapshot of the present state. Gives the machine as it is then. */
    private VirtualMachine keep(VirtualMachine machine, String name, List<String> files) {
        snapshotter.takeWithin(machine.id(), new Snapshotter.Request(name), files);
        return context.inventory().require(machine.id());
    }

    private Optional<SnapshotId> current(MachineId id) {
        return context.inventory().snapshots(id).stream()
                .filter(Snapshot::current)
                .map(Snapshot::id)
                .findFirst();
    }

    private void requireOfNobodyElse(VirtualMachine machine, Snapshot snapshot) {
        LayerGraph graph = new LayerGraph(Scan.of(context.hypervisor()));
        List<String> others = graph.standingOn(Set.copyOf(graph.ownImages(machine)), machine).stream()
                .map(VirtualMachine::displayName)
                .toList();
        if (!others.isEmpty()) {
            throw new IngotException(
                    Kind.IN_USE,
                    "\"" + snapshot.name()
                            + "\" lies inside an image that other machines stand on; reverting would change them.",
                    others,
                    null);
        }
    }

    private void requireWhole(Snapshot snapshot) {
        Chain chain = new Chain(context.hypervisor().volumes());
        for (String file : NamedFiles.vital(snapshot)) {
            Optional<String> missing = chain.missing(file);
            if (missing.isPresent()) {
                throw new IngotException(
                        Kind.FAILED,
                        "\"" + snapshot.name() + "\" cannot be reverted to: the file " + missing.get()
                                + " is gone. Restore it from a backup, or revert to another snapshot.");
            }
        }
    }

    private Optional<Task<String>> copyNvram(
            TaskScope tasks, VirtualMachine machine, Snapshot snapshot, List<String> made) {
        if (snapshot.hardware().nvram().isEmpty()) {
            return Optional.empty();
        }
        Volumes volumes = context.hypervisor().volumes();
        String name = VolumeNames.nvram(machine.name(), context.ids().token());
        String kept = volumes.pathOf(VolumeNames.nvramOf(snapshot.id()));
        return Optional.of(new Nvram(volumes).copy(tasks, kept, name, made));
    }

    private void stop(VirtualMachine machine) {
        if (machine.state().isActive()) {
            context.hypervisor().power().destroy(machine.id());
        }
        if (machine.state() == PowerState.SAVED) {
            context.hypervisor().power().dropSaved(machine.id());
        }
    }

    /** A memory file can only be restored under the domain name it was written with; the title keeps what people call it. */
    private VirtualMachine withNameOf(Snapshot snapshot, VirtualMachine machine) {
        String name = context.hypervisor().definitions().nameIn(snapshot.definition());
        if (snapshot.memory().isEmpty() || name.equals(machine.name())) {
            return machine;
        }
        context.hypervisor().machines().rename(machine.id(), name);
        return new VirtualMachine(
                machine.id(),
                name,
                machine.displayName(),
                machine.state(),
                machine.persistent(),
                machine.definition(),
                machine.hardware(),
                machine.live(),
                machine.mark());
    }

    /** A clone that was updated since stands on the older version again. */
    private Optional<Lineage> lineage(Snapshot snapshot, VirtualMachine machine) {
        Definitions definitions = context.hypervisor().definitions();
        return machine.mark()
                .lineage()
                .map(now -> definitions.mark(snapshot.definition()).lineage().orElse(now));
    }

    private void define(
            Definition definition,
            VirtualMachine machine,
            Map<String, String> disks,
            Optional<String> nvram,
            Optional<Lineage> lineage) {
        DefinitionEdit edit = DefinitionEdit.NONE
                .name(machine.name())
                .title(machine.title())
                .disks(disks)
                .mark(machine.mark().withLineage(lineage).with(Hold.NONE));
        if (machine.mark().install().state() == Install.State.INSTALLED) {
            // A snapshot from before the installation's end would else bring back that a reboot stops the machine.
            edit = edit.onReboot(OnReboot.RESTART);
        }
        Hypervisor hypervisor = context.hypervisor();
        hypervisor
                .machines()
                .define(hypervisor
                        .definitions()
                        .edit(definition, nvram.map(edit::nvram).orElse(edit)));
    }

    private void goOn(VirtualMachine before, Snapshot snapshot, Map<String, String> disks) {
        Optional<String> memory = snapshot.memory();
        if (memory.isPresent()) {
            context.hypervisor().power().restore(before.id(), memory.get(), disks);
        } else if (isOn(before)) {
            context.hypervisor().power().start(before.id());
        }
    }

    void undo(VirtualMachine before, Optional<SnapshotId> stoodOn, List<String> made) {
        context.lock().onMachine(before.id(), () -> {
            VirtualMachine now = context.inventory().require(before.id());
            requireStillThere(before);
            stop(now);
            define(
                    before.definition(),
                    now,
                    Map.of(),
                    before.hardware().nvram(),
                    before.mark().lineage());
            Snapshots snapshots = context.hypervisor().snapshots();
            stoodOn.ifPresentOrElse(
                    s -> snapshots.makeCurrent(before.id(), s), () -> snapshots.makeNoneCurrent(before.id()));
            return 0;
        });
        context.layers().dropUnneeded(made);
    }

    /** Check may have removed the former state meanwhile: nothing needed it. */
    private void requireStillThere(VirtualMachine before) {
        LayerGraph graph = new LayerGraph(Scan.of(context.hypervisor()));
        for (String image : NamedFiles.writableRoots(before)) {
            Optional<String> missing = graph.missing(image);
            if (missing.isPresent()) {
                throw new IngotException(
                        Kind.NOT_FOUND,
                        "The former state of " + before.displayName() + " was cleaned up meanwhile (" + missing.get()
                                + "), so the revert cannot be undone; revert to another snapshot instead.");
            }
        }
    }

    void settle(List<String> left) {
        context.layers().dropUnneeded(left);
    }
}
