package io.github.ingotvm.service.restore;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.DefinitionEdit.Identity;
import io.github.ingotvm.hypervisor.DriveChanges;
import io.github.ingotvm.hypervisor.Snapshots;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Nic;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.layers.Scan;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records the snapshot of a golden version anew whose record somebody dropped, while its layers are still there. The machine of that moment
 * is taken from a linked clone, which is a copy of it, from the nearest snapshot that is left, or from the machine itself.
 */
record LostRecord(Context context) {
    /** @throws IngotException {@code FAILED} when a file is gone, too, or nothing has the disks that it had */
    void recordAnew(MachineId id, int version) {
        context.lock().onMachine(id, () -> {
            VirtualMachine machine = context.inventory().require(id);
            GoldenVersion golden = GoldenImages.require(machine, version);
            Scan scan = Scan.of(context.hypervisor());
            Snapshots snapshots = context.hypervisor().snapshots();
            if (snapshots.find(id, golden.snapshot()).isEmpty()) {
                Definition definition = definition(machine, golden, scan);
                snapshots.record(
                        id,
                        new Snapshots.Lost(
                                golden.snapshot(), freeName(machine, golden, scan), golden.promoted(), definition));
            }
            return 0;
        });
    }

    private Definition definition(VirtualMachine machine, GoldenVersion golden, Scan scan) {
        FrozenDisks frozen = FrozenDisks.of(golden, scan);
        if (frozen.missing().isPresent()) {
            throw lost(machine, golden, "and the file " + frozen.missing().get() + " is, too");
        }
        return moulds(machine, golden, scan)
                .flatMap(m -> frozen.on(m.hardware()).map(disks -> edited(m, disks, machine)).stream())
                .findFirst()
                .orElseThrow(() -> lost(machine, golden, "and nothing is left that has such disks"));
    }

    private static IngotException lost(VirtualMachine machine, GoldenVersion golden, String why) {
        return new IngotException(
                Kind.FAILED,
                "The snapshot of " + golden.label() + " of " + machine.displayName() + " is gone, " + why + "; "
                        + GoldenImages.wayToGiveUp(machine) + ".");
    }

    /** The best first. */
    private static Stream<Mould> moulds(VirtualMachine machine, GoldenVersion golden, Scan scan) {
        Stream<Mould> clones = scan.machines().stream()
                .filter(m -> m.persistent() && !m.id().equals(machine.id()))
                .filter(m -> m.mark()
                        .lineage()
                        .filter(l -> l.linked() && l.snapshot().equals(golden.snapshot()))
                        .isPresent())
                .map(m -> new Mould(m.definition(), m.hardware(), true));
        Stream<Mould> snapshots = scan.snapshotsOf(machine.id()).stream()
                .filter(s -> s.kind() == Snapshot.Kind.EXTERNAL)
                .sorted(Comparator.comparing(
                        s -> Duration.between(s.created(), golden.promoted()).abs()))
                .map(s -> new Mould(s.definition(), s.hardware(), false));
        Mould itself = new Mould(machine.definition(), machine.hardware(), false);
        return Stream.concat(Stream.concat(clones, snapshots), Stream.of(itself));
    }

    /** @param foreign whether it is a definition of another machine */
    private record Mould(Definition definition, Hardware hardware, boolean foreign) {}

    private Definition edited(Mould mould, Map<String, String> disks, VirtualMachine machine) {
        Set<String> onlyRead = mould.hardware().disks().stream()
                .filter(Disk::readOnly)
                .map(Disk::target)
                .collect(Collectors.toSet());
        Map<String, String> own = new HashMap<>(disks);
        own.keySet().removeAll(onlyRead);
        Map<String, String> shared = new HashMap<>(disks);
        shared.keySet().retainAll(onlyRead);
        DefinitionEdit edit = DefinitionEdit.NONE
                .name(machine.name())
                .title(machine.title())
                .disks(own)
                .drives(DriveChanges.NONE.sharing(shared))
                .mark(machine.mark().withoutFormer())
                .withoutMedia();
        if (mould.foreign()) {
            List<Nic> before = machine.hardware().nics();
            List<Nic> nics = mould.hardware().nics();
            List<String> macs = nics.stream()
                    .map(n -> before.size() == nics.size()
                            ? before.get(nics.indexOf(n)).mac()
                            : context.ids().mac())
                    .toList();
            edit = edit.identity(
                    new Identity(machine.id(), macs, context.ids().uuid().toString()));
        }
        if (mould.hardware().nvram().isPresent() && machine.hardware().nvram().isPresent()) {
            edit = edit.nvram(machine.hardware().nvram().get());
        }
        return context.hypervisor().definitions().edit(mould.definition(), edit);
    }

    /** What clones remember that it was called; else what its id says. */
    private static String freeName(VirtualMachine machine, GoldenVersion golden, Scan scan) {
        String id = golden.snapshot().value();
        String name = scan.machines().stream()
                .flatMap(m -> m.mark().lineage().stream())
                .filter(l -> l.snapshot().equals(golden.snapshot()))
                .map(Lineage::snapshotName)
                .filter(n -> !n.isBlank())
                .findFirst()
                .orElse(id.contains(".") ? id.substring(0, id.lastIndexOf('.')) : id);
        Set<String> taken =
                scan.snapshotsOf(machine.id()).stream().map(Snapshot::name).collect(Collectors.toSet());
        return Stream.concat(Stream.of(name), Stream.iterate(2, n -> n + 1).map(n -> name + " " + n))
                .filter(n -> !taken.contains(n))
                .findFirst()
                .orElse(name);
    }
}
