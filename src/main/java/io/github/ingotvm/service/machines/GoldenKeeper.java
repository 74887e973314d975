package io.github.ingotvm.service.machines;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.DriveChanges;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.context.Refusals;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.names.Names;
import io.github.ingotvm.service.names.TakenNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deletes machines and lets their golden images live on. The definition stays as what keeps the snapshots of the versions, but without
 * any drive: neither Ingot nor another tool can start a machine from it.
 *
 * <p>The order: its domain gets another name, which people do not see; then <b>one new definition</b> without drives, marked as image only;
 * then the records of the other snapshots go, and the files that nothing needs any more. A crash in between leaves records that nobody
 * sees, and files that Check names and removes.
 */
public final class GoldenKeeper {
    private final Context context;

    public GoldenKeeper(Context context) {
        this.context = context;
    }

    /**
     * Looks whether the machine may go so. Nothing is changed until {@link Deletion#commit()}.
     *
     * @throws IngotException {@code NOT_FOUND} when it has no golden image, {@code WRONG_STATE} unless it is off
     */
    Deletion plan(MachineId id) {
        VirtualMachine machine = context.inventory().require(id);
        requireKeepable(machine);
        return new Deletion(machine, () -> keep(id));
    }

    private static void requireKeepable(VirtualMachine machine) {
        Refusals.requireMachine(machine);
        GoldenImages.requireCurrent(machine);
        Refusals.requireKept(machine);
        if (machine.state() != PowerState.OFF) {
            throw new IngotException(
                    Kind.WRONG_STATE, machine.displayName() + " is not off; shut it down or force it off first.");
        }
    }

    private void keep(MachineId id) {
        Set<String> files = context.lock().onMachine(id, () -> {
            VirtualMachine machine = context.inventory().require(id);
            requireKeepable(machine);
            Set<String> all = new LayerGraph(Scan.of(context.hypervisor())).neededBy(machine);
            String name = freeName(machine);
            makeRoom(machine, name);
            leaveImageOnly(context.inventory().require(id), name);
            forgetOthers(context.inventory().require(id));
            return all;
        });
        context.layers().dropUnneeded(files);
    }

    /** What the image is called from now on: as until now, unless another one has that name. */
    private String freeName(VirtualMachine machine) {
        Set<String> taken = context.inventory().machines().stream()
                .filter(m -> !m.id().equals(machine.id()))
                .map(m -> m.mark().series().name())
                .collect(Collectors.toSet());
        String name = machine.goldenName();
        for (int n = 2; taken.contains(name); n++) {
            name = machine.goldenName() + " " + n;
        }
        return name;
    }

    /** Others may have the machine's name from now on. */
    private void makeRoom(VirtualMachine machine, String image) {
        TakenNames taken = TakenNames.except(machine.id(), context.hypervisor());
        // The title first: people read the same until it is done.
        context.hypervisor().machines().setTitle(machine.id(), machine.displayName());
        String domain = taken.takeDomain(Names.slug(image) + "-golden");
        if (!domain.equals(machine.name())) { // else an earlier try came so far
            context.hypervisor().machines().rename(machine.id(), domain);
        }
    }

    private void leaveImageOnly(VirtualMachine machine, String name) {
        Mark mark = machine.mark().withoutFormer().with(machine.mark().series().alone(name));
        Set<String> drives = machine.hardware().disks().stream()
                .map(Disk::target)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        DefinitionEdit edit =
                DefinitionEdit.NONE.title(titleOf(name)).mark(mark).drives(DriveChanges.NONE.without(drives));
        Hypervisor hypervisor = context.hypervisor();
        hypervisor.machines().define(hypervisor.definitions().edit(machine.definition(), edit));
    }

    /** What other tools show. */
    private static String titleOf(String name) {
        return name + " (golden image)";
    }

    /** Drops the records of snapshots that an image without a machine does not need. */
    private void forgetOthers(VirtualMachine image) {
        List<Snapshot> records =
                new ArrayList<>(context.hypervisor().snapshots().list(image.id()));
        records.stream()
                .filter(s -> image.mark().golden(s.id()).isEmpty())
                .forEach(s -> context.hypervisor().snapshots().forget(image.id(), s.id()));
    }

    /** The same for all images, after work that was interrupted. */
    public void forgetOthers() {
        context.inventory().machines().stream()
                .filter(VirtualMachine::isImageOnly)
                .forEach(this::forgetOthers);
    }
}
