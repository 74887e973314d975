package io.github.ingotvm.service.install;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.hypervisor.Power;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.service.work.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings installations to their end. Everything it knows is in the machine's metadata and on its disk, so any Ingot, at any time,
 * can take the next step; each step may be repeated.
 */
public final class InstallTracker {
    /** The snapshot that ends an installation. */
    public static final String JUST_INSTALLED = "Just Installed";

    /** A disk that has grown by less has no system on it. */
    private static final long GROWN = 4 * Resources.MIB;

    private final Context context;
    private final Snapshotter snapshotter;

    public InstallTracker(Context context, Snapshotter snapshotter) {
        this.context = context;
        this.snapshotter = snapshotter;
    }

    /**
     * Takes the next step of an installation, if it is time: nothing while the installer runs, the next boot after one of its
     * reboots, the end after its last: medium out, <em>Just Installed</em> taken, machine started.
     *
     * @return the machine when its installation has just ended
     */
    public Optional<VirtualMachine> settle(MachineId id) {
        boolean waiting = context.inventory()
                .find(id)
                .filter(m -> m.mark().install().isUnderWay() && m.state() == PowerState.OFF)
                .isPresent();
        // An event of its own work may come back on the same thread: that step is being taken already.
        if (!waiting || context.lock().isWithinWork()) {
            return Optional.empty();
        }
        List<String> left = new ArrayList<>();
        try {
            return context.lock().onMachine(id, () -> step(id, left));
        } finally {
            context.layers().dropUnneeded(left);
        }
    }

    private Optional<VirtualMachine> step(MachineId id, List<String> left) {
        Optional<VirtualMachine> found = context.inventory().find(id);
        if (found.isEmpty() || found.get().state() != PowerState.OFF) {
            return Optional.empty();
        }
        VirtualMachine machine = found.get();
        Install install = machine.mark().install();
        boolean byItself = install.state() == Install.State.INSTALLING;
        if (byItself) {
            Hypervisor hypervisor = context.hypervisor();
            if (hypervisor.power().lastStop(id) != Power.StopReason.GUEST || !hasGrown(machine)) {
                return Optional.empty();
            }
            Install counted = install.rebooted();
            if (counted.reboots() < install.lastReboot()) {
                hypervisor.machines().setMark(id, machine.mark().with(counted));
                hypervisor.power().start(id);
                return Optional.empty();
            }
        } else if (install.state() != Install.State.FINISHING) {
            return Optional.empty();
        }
        finish(machine, left);
        if (byItself) {
            context.hypervisor().power().start(id);
        }
        return context.inventory().find(id);
    }

    /**
     * The user says that the installation is over. A running machine is asked to shut down first, and settled when it has.
     *
     * @throws IngotException {@code WRONG_STATE} for one that is not being installed, or is saved; nothing is changed then
     */
    public void markInstalled(MachineId id) {
        List<String> left = new ArrayList<>();
        try {
            context.lock().onMachine(id, () -> {
                VirtualMachine machine = context.inventory().require(id);
                Install install = machine.mark().install();
                if (!install.isUnderWay()) {
                    throw new IngotException(
                            Kind.WRONG_STATE,
                            machine.displayName() + " is not being installed; there is nothing to mark.");
                }
                if (machine.state() == PowerState.OFF) {
                    finish(machine, left);
                    return 0;
                }
                if (machine.state() == PowerState.SAVED) {
                    throw new IngotException(
                            Kind.WRONG_STATE,
                            machine.displayName()
                                    + " is saved in the middle of its installation; start it, then mark it as installed.");
                }
                context.hypervisor().machines().setMark(id, machine.mark().with(install.in(Install.State.FINISHING)));
                context.hypervisor().power().shutdown(id);
                return 0;
            });
        } finally {
            context.layers().dropUnneeded(left);
        }
    }

    /** Counts all layers: a snapshot may have been taken while the installer ran. */
    private boolean hasGrown(VirtualMachine machine) {
        LayerGraph graph = new LayerGraph(Scan.of(context.hypervisor()));
        return NamedFiles.writableRoots(machine).stream()
                        .flatMap(p -> graph.chain(p).stream())
                        .distinct()
                        .flatMap(p -> context.hypervisor().volumes().find(p).stream())
                        .mapToLong(Volume::allocation)
                        .sum()
                > GROWN;
    }

    private void finish(VirtualMachine machine, List<String> left) {
        Hypervisor hypervisor = context.hypervisor();
        MachineId id = machine.id();
        Install finishing = machine.mark().install().in(Install.State.FINISHING);
        machine.hardware().disks().stream()
                .filter(d -> d.device() == Disk.Device.CDROM)
                .forEach(d -> d.source().ifPresent(left::add));
        machine.hardware().kernel().ifPresent(k -> left.addAll(List.of(k.kernel(), k.initrd())));
        // The medium goes before the snapshot is taken, so that neither a revert nor a clone brings it back.
        DefinitionEdit edit = DefinitionEdit.NONE
                .installed()
                .onReboot(OnReboot.RESTART)
                .mark(machine.mark().with(finishing));
        hypervisor.machines().define(hypervisor.definitions().edit(machine.definition(), edit));
        boolean there =
                context.inventory().snapshots(id).stream().map(Snapshot::name).anyMatch(JUST_INSTALLED::equals);
        if (finishing.autoSnapshot() && !there) {
            snapshotter.takeWithin(id, new Snapshotter.Request(JUST_INSTALLED), left);
        }
        hypervisor.machines().setMark(id, machine.mark().with(finishing.in(Install.State.INSTALLED)));
    }
}
