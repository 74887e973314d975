package io.github.ingotvm.service.snapshots;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.Snapshots.SnapshotRequest;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.context.Refusals;
import io.github.ingotvm.service.layers.Depth;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.layers.Nvram;
import io.github.ingotvm.service.layers.StandStill;
import io.github.ingotvm.service.names.Names;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.work.Begun;
import io.github.ingotvm.service.work.TaskScope;
import io.github.ingotvm.service.work.TaskScope.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes snapshots. Order: new overlays and a copy of the firmware's variables first (unneeded files, should it end there), then the
 * one call that freezes the present images and makes the machine go on with the overlays.
 */
public final class Snapshotter {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshotter.class);

    private final Context context;

    public Snapshotter(Context context) {
        this.context = context;
    }

    /**
     * What to take.
     *
     * @param name free text, not that of another snapshot of the machine
     * @param note free text, may be empty
     * @param withMemory also keep the memory of a running machine, so that it can go on from this very moment
     */
    public record Request(String name, String note, boolean withMemory) {
        public Request(String name) {
            this(name, "", false);
        }
    }

    /**
     * Takes a snapshot of a machine, off or running. A running one is quiesced when its guest agent answers.
     *
     * @throws IngotException {@code EXISTS} for a taken name, {@code WRONG_STATE} for a saved or crashed machine, or memory of one that is off
     */
    public Snapshot take(MachineId id, Request request) {
        List<String> made = new ArrayList<>();
        try {
            return context.lock().onMachine(id, () -> takeWithin(id, request, made));
        } catch (IngotException e) {
            context.layers().dropUnneeded(made);
            throw e;
        }
    }

    /**
     * The same within other work on the machine, which cleans up after itself.
     *
     * @param made receives the path of every file that is made
     */
    public Snapshot takeWithin(MachineId id, Request request, Collection<String> made) {
        VirtualMachine machine = context.inventory().require(id);
        String name = Names.checked(request.name(), "snapshot");
        requireTakeable(machine, request);
        requireNoAnswers(machine);
        SnapshotId snapshot = VolumeNames.snapshot(name, context.ids().token());
        try (TaskScope tasks = context.tasks()) {
            Begun overlays = context.layers()
                    .overlays(
                            tasks,
                            machine.present().writableDisks(),
                            target -> VolumeNames.disk(
                                    machine.name(), target, context.ids().token()),
                            made);
            Volumes volumes = context.hypervisor().volumes();
            Task<Boolean> shallow = tasks.begin(() -> {
                Depth.requireRoom(volumes, machine.present().writableDisks(), machine.displayName());
                return true;
            });
            requireFree(id, name);
            boolean running = machine.state() == PowerState.RUNNING;
            boolean quiesce = running
                    && !request.withMemory()
                    && context.hypervisor().power().agentAnswers(id);
            boolean pause = running && !quiesce && machine.present().nvram().isPresent();
            Map<String, String> goOn = overlays.await();
            shallow.get();
            Supplier<Snapshot> take = () -> {
                copyNvram(tasks, machine, snapshot, made);
                return freeze(machine, snapshot, name, request, quiesce, goOn, made);
            };
            // The firmware's variables are no disk of the snapshot: only while the guest stands still do both belong
            // together.
            return pause ? new StandStill(context.hypervisor()).during(machine, take) : take.get();
        }
    }

    private Snapshot freeze(
            VirtualMachine machine,
            SnapshotId snapshot,
            String name,
            Request request,
            boolean quiesce,
            Map<String, String> overlays,
            Collection<String> made) {
        Hypervisor hypervisor = context.hypervisor();
        Optional<String> memory = request.withMemory()
                ? Optional.of(hypervisor.volumes().pathOf(VolumeNames.memoryOf(snapshot)))
                : Optional.empty();
        memory.ifPresent(made::add);
        try {
            return hypervisor
                    .snapshots()
                    .create(
                            machine.id(),
                            new SnapshotRequest(snapshot, name, request.note(), overlays, memory, quiesce));
        } catch (IngotException e) {
            if (!quiesce || e.kind() == Kind.DISCONNECTED) {
                throw e;
            }
            LOG.warn("{}: the guest agent did not quiesce, going on without", machine.displayName(), e);
            return hypervisor
                    .snapshots()
                    .create(machine.id(), new SnapshotRequest(snapshot, name, request.note(), overlays, memory, false));
        }
    }

    private void copyNvram(TaskScope tasks, VirtualMachine machine, SnapshotId snapshot, Collection<String> made) {
        Nvram nvram = new Nvram(context.hypervisor().volumes());
        machine.present()
                .nvram()
                .ifPresent(path -> nvram.copy(tasks, path, VolumeNames.nvramOf(snapshot), made)
                        .get());
    }

    private void requireFree(MachineId id, String name) {
        if (context.inventory().snapshots(id).stream().anyMatch(s -> s.name().equals(name))) {
            throw new IngotException(
                    Kind.EXISTS, "There is already a snapshot called \"" + name + "\"; choose another name.");
        }
    }

    private static void requireTakeable(VirtualMachine machine, Request request) {
        Refusals.requireMachine(machine);
        String who = machine.displayName();
        Refusals.requireKept(machine);
        if (machine.present().writableDisks().isEmpty()) {
            throw new IngotException(
                    Kind.WRONG_STATE, who + " has no disk of its own, so there is nothing to snapshot.");
        }
        if (machine.state() == PowerState.SAVED || machine.state() == PowerState.CRASHED) {
            throw new IngotException(
                    Kind.WRONG_STATE,
                    who + " is " + (machine.state() == PowerState.SAVED ? "saved" : "crashed")
                            + "; start it or force it off, then take the snapshot.");
        }
        if (request.withMemory() && !machine.state().isActive()) {
            throw new IngotException(Kind.WRONG_STATE, who + " is off, so it has no memory to keep.");
        }
    }

    /** A snapshot would keep what its installer was told, which nobody shall read once the installation has ended. */
    private void requireNoAnswers(VirtualMachine machine) {
        Volumes volumes = context.hypervisor().volumes();
        if (NamedFiles.roots(machine).stream().anyMatch(path -> VolumeNames.isSecret(path, volumes))) {
            throw new IngotException(
                    Kind.WRONG_STATE,
                    machine.displayName()
                            + " is being installed without questions, and a snapshot would keep the answers; take it"
                            + " once the installation has ended.");
        }
    }
}
