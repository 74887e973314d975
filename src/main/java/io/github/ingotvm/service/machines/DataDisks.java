package io.github.ingotvm.service.machines;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.DriveChanges;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.DataDisk;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.context.Refusals;
import io.github.ingotvm.service.golden.DiskRoles;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The disks beside the system's, which is a machine's first: what they hold is the machine's own, and no update of a clone touches them. A
 * golden image says how clones receive each.
 */
public final class DataDisks {
    private static final long LEAST = 1 << 20;

    private final Context context;

    public DataDisks(Context context) {
        this.context = context;
    }

    /** Those of a machine. */
    public List<DataDisk> of(MachineId id) {
        VirtualMachine machine = context.inventory().require(id);
        return described(machine, machine.hardware());
    }

    /** Those that clones of a machine's current golden version receive. {@code NOT_FOUND} when it has none. */
    public List<DataDisk> ofGolden(MachineId id) {
        VirtualMachine machine = context.inventory().require(id);
        return described(machine, golden(machine).hardware());
    }

    /**
     * Those that clones would receive of a snapshot, were it promoted.
     *
     * @param image what has the golden image, or would have it
     */
    public List<DataDisk> ofSnapshot(MachineId image, Snapshot snapshot) {
        return described(context.inventory().require(image), snapshot.hardware());
    }

    private Snapshot golden(VirtualMachine machine) {
        return context.inventory()
                .require(machine.id(), GoldenImages.requireCurrent(machine).snapshot());
    }

    private List<DataDisk> described(VirtualMachine machine, Hardware hardware) {
        return DiskRoles.data(hardware).stream().map(d -> described(machine, d)).toList();
    }

    private DataDisk described(VirtualMachine machine, Disk disk) {
        Optional<Volume> volume = disk.source().flatMap(context.hypervisor().volumes()::find);
        return new DataDisk(
                disk,
                volume.map(Volume::capacity).orElse(0L),
                volume.map(Volume::allocation).orElse(0L),
                machine.mark().series().role(disk.target()));
    }

    /**
     * Gives a machine that is off or running a new, empty disk. The file first, then <b>one new definition</b>, or <b>the plug</b>, which
     * is for now and for later in one.
     *
     * @param size bytes
     * @throws IngotException {@code INVALID} for a size below 1 MiB, {@code WRONG_STATE} when it is saved or paused, {@code UNSUPPORTED}
     *     when a running one has no place for it, {@code NO_SPACE}
     */
    public DataDisk add(MachineId id, long size) {
        requireSize(size);
        List<String> made = new ArrayList<>();
        try {
            return context.lock().onMachine(id, () -> {
                VirtualMachine machine = requireOffOrRunning(id);
                String target =
                        new DriveNames(List.of(machine.hardware(), machine.present()), machine.displayName()).take();
                String name =
                        VolumeNames.disk(machine.name(), target, context.ids().token());
                made.add(context.hypervisor().volumes().pathOf(name));
                String path = context.hypervisor().volumes().create(name, size).path();
                if (machine.state() == PowerState.RUNNING) {
                    context.hypervisor().machines().plugIn(id, target, path);
                } else {
                    define(machine, DriveChanges.NONE.with(target, path));
                }
                return described(machine, new Disk(target, Disk.Device.DISK, Optional.of(path), "qcow2", false));
            });
        } catch (IngotException e) {
            context.layers().dropUnneeded(made);
            throw e;
        }
    }

    /** Refuses with {@code INVALID} what no disk can be as small as; bytes. */
    public static void requireSize(long size) {
        if (size < LEAST) {
            throw new IngotException(Kind.INVALID, "A disk must have at least 1 MiB.");
        }
    }

    /**
     * Looks whether a disk may be taken from a machine. Nothing is changed until {@link Deletion#commit()}; then the definition goes on
     * without it, and after that its file goes, as far as no snapshot and nobody else needs it.
     *
     * @throws IngotException {@code NOT_FOUND}, {@code UNSUPPORTED} for the system's disk, {@code WRONG_STATE} unless it is off
     */
    public Deletion remove(MachineId id, String target) {
        VirtualMachine machine = requireOff(id);
        require(machine, target);
        return new Deletion(machine, () -> removeNow(id, target));
    }

    private void removeNow(MachineId id, String target) {
        Optional<String> file = context.lock().onMachine(id, () -> {
            VirtualMachine machine = requireOff(id);
            Disk disk = require(machine, target);
            define(machine, DriveChanges.NONE.without(Set.of(target)));
            return disk.source();
        });
        file.ifPresent(f -> context.layers().dropUnneeded(Set.of(f)));
    }

    private Disk require(VirtualMachine machine, String target) {
        return roles(machine, machine.displayName()).require(target);
    }

    private DiskRoles roles(VirtualMachine machine, String whose) {
        return new DiskRoles(context.hypervisor().definitions(), machine.hardware(), machine.definition(), whose);
    }

    private VirtualMachine requireOffOrRunning(MachineId id) {
        VirtualMachine machine = context.inventory().requireMachine(id);
        if (machine.state() != PowerState.RUNNING) {
            return requireOff(id);
        }
        Refusals.requireKept(machine);
        return machine;
    }

    private VirtualMachine requireOff(MachineId id) {
        VirtualMachine machine = context.inventory().requireMachine(id);
        Refusals.requireKept(machine);
        if (machine.state() != PowerState.OFF) {
            throw new IngotException(
                    Kind.WRONG_STATE, machine.displayName() + " is not off; shut it down, then change its disks.");
        }
        return machine;
    }

    private void define(VirtualMachine machine, DriveChanges changes) {
        Hypervisor hypervisor = context.hypervisor();
        hypervisor
                .machines()
                .define(hypervisor.definitions().edit(machine.definition(), DefinitionEdit.NONE.drives(changes)));
    }

    /**
     * Says how clones that are cast from now on receive a data disk of a machine's golden image; before it has one, how they will.
     *
     * @throws IngotException {@code NOT_FOUND}, {@code UNSUPPORTED} for the system's disk, or to share one on a bus without read-only disks
     */
    public void setRole(MachineId id, String target, DiskRole role) {
        context.lock().onMachine(id, () -> {
            VirtualMachine machine = context.inventory().require(id);
            DiskRoles roles = machine.currentGolden().isPresent()
                    ? roles(golden(machine), machine.goldenName())
                    : roles(machine, machine.displayName());
            context.hypervisor()
                    .machines()
                    .setMark(id, machine.mark().with(roles.saidIn(machine.mark().series(), Map.of(target, role))));
            return 0;
        });
    }

    private DiskRoles roles(Snapshot snapshot, String whose) {
        return new DiskRoles(context.hypervisor().definitions(), snapshot.hardware(), snapshot.definition(), whose);
    }
}
