package io.github.ingotvm.service.clones;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.CloneMaker.Casting;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.layers.Depth;
import io.github.ingotvm.service.layers.Drift;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.layers.StartCheck;
import io.github.ingotvm.service.layers.StateDisks;
import io.github.ingotvm.service.machines.DataDisks;
import io.github.ingotvm.service.names.Names;
import io.github.ingotvm.service.names.TakenNames;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.service.work.Part;
import io.github.ingotvm.service.work.TaskScope;
import io.github.ingotvm.service.work.TaskScope.Task;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Casts clones. All or nothing: when one of them fails or the work is cancelled, none is left. */
public final class Cloner {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Clones whose files are begun before the first of them is defined: enough to keep all helpers at work. */
    private static final int AHEAD = 8;

    private final Context context;
    private final Snapshotter snapshotter;
    private final CloneMaker maker;

    public Cloner(Context context, Snapshotter snapshotter) {
        this.context = context;
        this.snapshotter = snapshotter;
        this.maker = new CloneMaker(context);
    }

    /** What clones are cast from. */
    public sealed interface From {
        /** The machine's current golden image. */
        record Golden() implements From {}

        /** One of its golden versions. */
        record Version(int number) implements From {}

        /** Any of its snapshots. */
        record OfSnapshot(SnapshotId id) implements From {}

        /** What it is now; a snapshot of it is taken first. */
        record Present() implements From {}
    }

    /**
     * What to make.
     *
     * @param names of the clones, as people shall call them; at least one
     * @param full own flat disks in place of overlays
     * @param start start each when all are made
     * @param disks sizes, in bytes, of new data disks that each receives beside those of what it is cast from
     */
    public record Request(
            MachineId source, From from, List<String> names, boolean full, boolean start, List<Long> disks) {
        public Request {
            names = List.copyOf(names);
            disks = List.copyOf(disks);
        }

        /** Without new disks. */
        public Request(MachineId source, From from, List<String> names, boolean full, boolean start) {
            this(source, from, names, full, start, List.of());
        }
    }

    /**
     * Makes the clones.
     *
     * @return them, in the order of their names
     * @throws IngotException {@code EXISTS} for a name that is taken or given twice, {@code NOT_FOUND}, {@code INVALID} for a disk that is too
     *     small, {@code CANCELLED}
     */
    public List<VirtualMachine> clone(Request request, Progress progress) {
        request.disks().forEach(DataDisks::requireSize);
        List<String> names = checkedNames(request.names());
        List<String> files = new ArrayList<>();
        List<MachineId> made = new ArrayList<>();
        List<VirtualMachine> clones;
        try {
            clones = context.lock().shared(() -> cast(request, names, made, files, progress));
        } catch (IngotException e) {
            takeBack(made, files, e);
            throw e;
        }
        if (request.start()) {
            StartCheck check = StartCheck.on(context.hypervisor());
            clones.forEach(c -> check.require(c, false));
            clones.forEach(c -> context.hypervisor().power().start(c.id()));
        }
        return clones;
    }

    private List<VirtualMachine> cast(
            Request request, List<String> names, List<MachineId> made, List<String> files, Progress progress) {
        VirtualMachine source = context.inventory().require(request.source());
        // What takes long or cannot be taken back is not begun for nothing; a few overlays are made while the names are
        // looked at.
        Optional<TakenNames> looked =
                request.full() || request.from() instanceof From.Present ? Optional.of(free(names)) : Optional.empty();
        Origin origin = origin(source, request.from(), files);
        List<VirtualMachine> clones = new ArrayList<>();
        try (TaskScope tasks = context.tasks()) {
            Deque<Casting> begun = new ArrayDeque<>();
            IntConsumer begin = i -> {
                progress.check();
                progress.report((double) i / names.size(), "Cloning " + names.get(i));
                begun.add(maker.begin(
                        origin,
                        names.get(i),
                        request.full(),
                        request.disks(),
                        context.ids()::token,
                        tasks,
                        files,
                        Part.of(progress, i, names.size())));
            };
            int ahead = request.full() ? 1 : Math.min(AHEAD, names.size());
            IntStream.range(0, ahead).forEach(begin);
            Task<Boolean> fit = tasks.begin(() -> isFit(origin, request.full()));
            TakenNames taken = looked.orElseGet(() -> free(names));
            fit.get();
            for (int i = 0; i < names.size(); i++) {
                progress.check();
                VirtualMachine clone = maker.define(begun.remove(), taken.takeDomain(names.get(i)));
                made.add(clone.id());
                clones.add(clone);
                if (i + ahead < names.size()) {
                    begin.accept(i + ahead);
                }
            }
        }
        progress.report(1, "Done");
        return List.copyOf(clones);
    }

    /** Refuses what stands on a golden image that was tampered with, and a chain that is too deep. */
    boolean isFit(Origin origin, boolean full) {
        Volumes volumes = context.hypervisor().volumes();
        if (!full) {
            Depth.requireRoom(volumes, origin.disks(), origin.machine().displayName());
        }
        origin.golden()
                .ifPresentOrElse(
                        v -> Drift.requireUnchanged(origin.machine(), v, volumes),
                        () -> Drift.requireUnchanged(NamedFiles.images(origin.snapshot()), context.hypervisor()));
        return true;
    }

    /** The name, or the next one like it that nothing has. */
    public String freeName(String name) {
        TakenNames taken = TakenNames.on(context.hypervisor());
        String free = name;
        for (int n = 2; taken.contains(free); n++) {
            free = name + " " + n;
        }
        return free;
    }

    private TakenNames free(List<String> names) {
        TakenNames taken = TakenNames.on(context.hypervisor());
        names.forEach(taken::requireFree);
        return taken;
    }

    private void takeBack(List<MachineId> made, List<String> files, IngotException cause) {
        for (MachineId id : made) {
            try {
                context.hypervisor().machines().undefine(id);
            } catch (IngotException e) {
                cause.addSuppressed(e);
            }
        }
        context.layers().dropUnneeded(files);
    }

    private static List<String> checkedNames(List<String> names) {
        if (names.isEmpty()) {
            throw new IngotException(Kind.INVALID, "A clone needs a name.");
        }
        Set<String> checked = new LinkedHashSet<>();
        for (String name : names) {
            if (!checked.add(Names.checked(name, "clone"))) {
                throw new IngotException(Kind.EXISTS, "The name \"" + name + "\" is given twice.");
            }
        }
        return List.copyOf(checked);
    }

    Origin origin(VirtualMachine source, From from, List<String> files) {
        SnapshotId id;
        if (from instanceof From.Version version) {
            id = GoldenImages.require(source, version.number()).snapshot();
        } else if (from instanceof From.OfSnapshot snapshot) {
            id = snapshot.id();
        } else if (from instanceof From.Present) {
            Drift.requireUnchanged(NamedFiles.images(source), context.hypervisor());
            id = context.lock()
                    .onMachine(
                            source.id(),
                            () -> snapshotter.takeWithin(
                                    source.id(), new Snapshotter.Request(nameOfPresent(source)), files))
                    .id();
        } else {
            id = GoldenImages.requireCurrent(source).snapshot();
        }
        Snapshot snapshot = context.inventory().require(source.id(), id);
        if (snapshot.kind() == Snapshot.Kind.INTERNAL) {
            throw new IngotException(
                    Kind.UNSUPPORTED,
                    "\"" + snapshot.name()
                            + "\" lies inside the disk image, so no clone can stand on it; take a snapshot with Ingot first.");
        }
        List<Disk> disks = StateDisks.of(snapshot.hardware(), context.hypervisor());
        return new Origin(source, snapshot, source.mark().golden(id), disks);
    }

    private String nameOfPresent(VirtualMachine source) {
        Set<String> taken = new HashSet<>();
        context.inventory().snapshots(source.id()).forEach(s -> taken.add(s.name()));
        String base =
                "Before cloning " + MOMENT.format(context.clock().instant().atZone(ZoneId.systemDefault()));
        String name = base;
        // Two clones within one second.
        for (int n = 2; taken.contains(name); n++) {
            name = base + " (" + n + ")";
        }
        return name;
    }

    /**
     * What a clone is made of.
     *
     * @param disks with what is on them, those that are only read too
     */
    record Origin(VirtualMachine machine, Snapshot snapshot, Optional<GoldenVersion> golden, List<Disk> disks) {
        Lineage lineage(boolean linked) {
            return new Lineage(
                    machine.id(),
                    machine.displayName(),
                    snapshot.id(),
                    snapshot.name(),
                    golden.map(g -> OptionalInt.of(g.number())).orElseGet(OptionalInt::empty),
                    linked);
        }
    }
}
