package io.github.ingotvm.service.clones;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.Definitions;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.CloneChange;
import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.FormerState;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.RefreshPlanner.Plan;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.Chain;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.layers.Nvram;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.work.Begun;
import io.github.ingotvm.service.work.TaskScope;
import io.github.ingotvm.service.work.TaskScope.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives linked clones a fresh system disk: on another version of their golden image (an update) or on their own (a reset). Name,
 * UUID, hardware addresses, hardware, data disks and snapshots stay; the firmware's variables belong to the system and go with it. What
 * the system disk was until then is kept as the clone's {@linkplain FormerState former state}, one change of definition away.
 *
 * <p>The order: overlay and copy of the firmware's variables first, then <b>one new definition</b>, then what an earlier former state
 * alone needed goes.
 */
public final class Refresher {
    private final Context context;
    private final CloneBatch batch;

    public Refresher(Context context) {
        this.context = context;
        this.batch = new CloneBatch(context);
    }

    /** What the system disk shall be fresh from. */
    public sealed interface To {
        /** The golden image's current version. */
        record Current() implements To {}

        /** What the clone was cast from. */
        record Own() implements To {}

        /** One of the golden image's versions. */
        record Version(int number) implements To {}
    }

    /**
     * What becomes of clones that run.
     *
     * @param patience how long a guest may take to shut down
     * @param startAgain whether those that ran are started after
     */
    public record Running(How how, Duration patience, boolean startAgain) {
        /** They are not touched. */
        public static final Running REFUSE = new Running(How.REFUSE, Duration.ZERO, false);

        /** What to do with them. */
        public enum How {
            REFUSE,
            SHUT_DOWN,
            FORCE_OFF
        }
    }

    /** What it would do to each of these; changes nothing. */
    public List<CloneChange> preview(Collection<MachineId> clones, To to) {
        RefreshPlanner planner = new RefreshPlanner(Scan.of(context.hypervisor()), to);
        return clones.stream().map(planner::preview).toList();
    }

    /** The linked clones that were cast from any version of the machine's golden image, in the order of their names. */
    public List<VirtualMachine> clonesOf(MachineId source) {
        return context.inventory().machines().stream()
                .filter(m -> !m.isImageOnly())
                .filter(m -> m.mark()
                        .lineage()
                        .filter(l -> l.linked()
                                && l.source().equals(source)
                                && l.version().isPresent())
                        .isPresent())
                .toList();
    }

    /**
     * Does it. A clone that fails stays as it was and holds up no other.
     *
     * @return what became of each
     */
    public List<CloneOutcome> refresh(Collection<MachineId> clones, To to, Running running, Progress progress) {
        RefreshPlanner planner = new RefreshPlanner(Scan.of(context.hypervisor()), to);
        List<String> left = new ArrayList<>();
        CloneBatch.Work work = new CloneBatch.Work() {
            @Override
            public boolean isNeeded(MachineId clone) {
                return planner.isNeeded(planner.plan(clone));
            }

            @Override
            public void on(VirtualMachine clone) {
                refresh(planner.plan(clone.id()), clone, left);
            }
        };
        try {
            return batch.run(clones, running, work, progress);
        } finally {
            context.layers().dropUnneeded(left);
        }
    }

    private void refresh(Plan plan, VirtualMachine clone, List<String> left) {
        Disk disk = clone.hardware().disks().stream()
                .filter(plan.disk()::equals)
                .findFirst()
                .orElseThrow(() -> new IngotException(
                        Kind.WRONG_STATE, clone.displayName() + " was changed meanwhile; try again."));
        clone.mark().former().ifPresent(f -> left.addAll(NamedFiles.files(f)));
        try (TaskScope tasks = context.tasks()) {
            Begun overlay = context.layers()
                    .overlays(
                            tasks,
                            List.of(plan.layer()),
                            target -> VolumeNames.disk(
                                    clone.name(), disk.target(), context.ids().token()),
                            left);
            Optional<Task<String>> nvram = nvram(tasks, plan, clone, left);
            FormerState former = new FormerState(
                    clone.mark().lineage().orElseThrow(),
                    Map.of(disk.target(), disk.source().orElseThrow()),
                    nvram.flatMap(n -> clone.hardware().nvram()),
                    context.clock().instant());
            Mark mark = clone.mark().with(plan.mould().lineage(true)).with(former);
            String image = overlay.await().values().iterator().next();
            define(clone, DefinitionEdit.NONE.disk(disk.target(), image).mark(mark), nvram.map(Task::get));
        }
    }

    private Optional<Task<String>> nvram(TaskScope tasks, Plan plan, VirtualMachine clone, List<String> left) {
        Snapshot mould = plan.mould().snapshot();
        boolean both =
                clone.hardware().nvram().isPresent() && mould.hardware().nvram().isPresent();
        if (!both) {
            return Optional.empty();
        }
        Volumes volumes = context.hypervisor().volumes();
        String kept = volumes.pathOf(VolumeNames.nvramOf(mould.id()));
        String name = VolumeNames.nvram(clone.name(), context.ids().token());
        return Optional.of(new Nvram(volumes).copy(tasks, kept, name, left));
    }

    private void define(VirtualMachine clone, DefinitionEdit edit, Optional<String> nvram) {
        Definitions definitions = context.hypervisor().definitions();
        context.hypervisor()
                .machines()
                .define(definitions.edit(
                        clone.definition(), nvram.map(edit::nvram).orElse(edit)));
    }

    /**
     * Takes clones back to their former state. What they were until then is the former state now, so that this can be undone in the
     * same way.
     */
    public List<CloneOutcome> undo(Collection<MachineId> clones, Running running, Progress progress) {
        CloneBatch.Work work = new CloneBatch.Work() {
            @Override
            public boolean isNeeded(MachineId clone) {
                former(context.inventory().require(clone));
                return true;
            }

            @Override
            public void on(VirtualMachine clone) {
                swap(clone);
            }
        };
        return batch.run(clones, running, work, progress);
    }

    private void swap(VirtualMachine clone) {
        FormerState former = former(clone);
        Chain chain = new Chain(context.hypervisor().volumes());
        Map<String, String> present = new HashMap<>();
        for (Map.Entry<String, String> disk : former.disks().entrySet()) {
            Optional<String> missing = chain.missing(disk.getValue());
            if (missing.isPresent()) {
                throw new IngotException(
                        Kind.NOT_FOUND,
                        "The former state of " + clone.displayName() + " cannot come back: the file " + missing.get()
                                + " is gone. Restore it from a backup.");
            }
            clone.hardware().disks().stream()
                    .filter(d -> d.target().equals(disk.getKey()))
                    .forEach(d -> d.source().ifPresent(s -> present.put(d.target(), s)));
        }
        Lineage lineage = clone.mark().lineage().orElse(former.lineage());
        FormerState now = new FormerState(
                lineage,
                present,
                former.nvram().flatMap(n -> clone.hardware().nvram()),
                context.clock().instant());
        Mark mark = clone.mark().with(former.lineage()).with(now);
        define(clone, DefinitionEdit.NONE.disks(former.disks()).mark(mark), former.nvram());
    }

    private static FormerState former(VirtualMachine clone) {
        return clone.mark()
                .former()
                .orElseThrow(() -> new IngotException(
                        Kind.NOT_FOUND,
                        "There is no former state of " + clone.displayName()
                                + " to go back to; it was never updated or reset, or that was dropped."));
    }

    /** Drops the former states of clones, running or not, and frees what they alone needed. There is no undo after that. */
    public List<CloneOutcome> dropFormer(Collection<MachineId> clones) {
        List<String> left = new ArrayList<>();
        List<VirtualMachine> all =
                clones.stream().map(context.inventory()::require).toList();
        try {
            return all.stream().map(clone -> dropFormer(clone, left)).toList();
        } finally {
            context.layers().dropUnneeded(left);
        }
    }

    private CloneOutcome dropFormer(VirtualMachine before, List<String> left) {
        MachineId id = before.id();
        try {
            return context.lock().onMachine(id, () -> {
                VirtualMachine clone = context.inventory().require(id);
                FormerState former = former(clone);
                context.hypervisor().machines().setMark(id, clone.mark().withoutFormer());
                left.addAll(NamedFiles.files(former));
                return new CloneOutcome(context.inventory().require(id), true, Optional.empty());
            });
        } catch (IngotException e) {
            return new CloneOutcome(before, false, Optional.of(e));
        }
    }
}
