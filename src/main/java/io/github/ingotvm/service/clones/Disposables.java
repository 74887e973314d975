package io.github.ingotvm.service.clones;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.clones.CloneMaker.Casting;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.clones.Cloner.Origin;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.names.Names;
import io.github.ingotvm.service.names.TakenNames;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.work.TaskScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clones that run at once and vanish when they stop, unless they are kept. The hypervisor itself forgets them; their files have a mark
 * beside them by which they are removed once nothing needs them: by the Ingot that watches, or by the next one.
 */
public final class Disposables {
    /** Capacity of the mark in bytes; it holds nothing. */
    private static final long MARK = 1 << 20;

    private final Context context;
    private final Cloner cloner;
    private final CloneMaker maker;

    public Disposables(Context context, Cloner cloner) {
        this.context = context;
        this.cloner = cloner;
        this.maker = new CloneMaker(context);
    }

    /** A name for such a clone that nothing has. */
    public String freeName(VirtualMachine source) {
        TakenNames taken = TakenNames.on(context.hypervisor());
        String name = source.goldenName() + " (disposable)";
        String free = name;
        for (int n = 2; taken.contains(free); n++) {
            free = name + " " + n;
        }
        return free;
    }

    /**
     * Starts a disposable clone.
     *
     * @param from a golden image or a snapshot; the present state of a machine is cloned to stay
     * @return it, running
     * @throws IngotException {@code EXISTS} for a name that is taken, {@code NOT_FOUND}, {@code FAILED} on a golden image that looks changed
     */
    public VirtualMachine run(MachineId source, From from, String name) {
        String checked = Names.checked(name, "clone");
        List<String> files = new ArrayList<>();
        try {
            return context.lock().shared(() -> cast(source, from, checked, files));
        } catch (IngotException e) {
            context.layers().dropUnneeded(files);
            throw e;
        }
    }

    private VirtualMachine cast(MachineId id, From from, String name, List<String> files) {
        VirtualMachine source = context.inventory().require(id);
        if (from instanceof From.Present) {
            throw new IngotException(
                    Kind.UNSUPPORTED,
                    "A disposable clone is cast from a golden image or a snapshot; take a snapshot of "
                            + source.displayName() + " first.");
        }
        TakenNames taken = TakenNames.on(context.hypervisor());
        taken.requireFree(name);
        Origin origin = cloner.origin(source, from, files);
        cloner.isFit(origin, false);
        String token = context.ids().token();
        // First: whatever becomes of this process, there is no file of the clone without it.
        mark(VolumeNames.disposable(name, token), files);
        try (TaskScope tasks = context.tasks()) {
            Casting casting = maker.begin(origin, name, false, List.of(), () -> token, tasks, files, Progress.NONE);
            VirtualMachine clone = maker.await(casting, taken.takeDomain(name));
            context.hypervisor().power().run(clone.definition());
            return new VirtualMachine(
                    clone.id(),
                    clone.name(),
                    clone.title(),
                    PowerState.RUNNING,
                    false,
                    clone.definition(),
                    clone.hardware(),
                    Optional.of(clone.hardware()),
                    clone.mark());
        }
    }

    private void mark(String name, List<String> files) {
        Volumes volumes = context.hypervisor().volumes();
        files.add(volumes.pathOf(name));
        volumes.create(name, MARK);
    }

    /**
     * Lets a machine outlive its shutdown. Does nothing to one that does so already.
     *
     * @throws IngotException {@code NOT_FOUND} when it has vanished
     */
    public VirtualMachine keep(MachineId id) {
        return context.lock().onMachine(id, () -> {
            VirtualMachine machine = context.inventory().require(id);
            if (machine.isDisposable()) {
                // First: from here on nothing removes its files but Check, after consent.
                List<Volume> marks = marksOf(machine);
                marks.forEach(m -> context.hypervisor().volumes().delete(m.path()));
                define(machine, marks);
            }
            return context.inventory().require(id);
        });
    }

    private void define(VirtualMachine machine, List<Volume> marks) {
        try {
            context.hypervisor().machines().define(machine.definition());
        } catch (IngotException e) {
            markAgain(marks, e);
            throw e;
        }
    }

    /** It stays disposable. */
    private void markAgain(List<Volume> marks, IngotException why) {
        try {
            marks.forEach(m -> context.hypervisor().volumes().create(m.name(), MARK));
        } catch (IngotException e) {
            why.addSuppressed(e); // what it leaves is then for Check
        }
    }

    private List<Volume> marksOf(VirtualMachine machine) {
        Hypervisor hypervisor = context.hypervisor();
        Volumes volumes = hypervisor.volumes();
        return NamedFiles.roots(machine).stream()
                .flatMap(path -> volumes.find(path).stream())
                .flatMap(v -> VolumeNames.disposableBeside(v).stream())
                .distinct()
                .flatMap(name -> volumes.find(volumes.pathOf(name)).stream())
                .toList();
    }

    /**
     * Removes what disposable clones left that have ended; what cannot be proved to be unneeded stays. Does nothing while other work is
     * under way.
     *
     * @param patience how long to wait for work of this process
     * @return whether nothing is left; otherwise another try may do it
     */
    public boolean sweep(Duration patience) {
        return context.layers().dropDisposed(patience);
    }
}
