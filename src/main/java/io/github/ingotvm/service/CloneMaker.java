package io.github.ingotvm.service;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.DefinitionEdit.Identity;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one clone: its files first, then the definition that makes it a machine. */
final class CloneMaker {
    private final Context context;

    CloneMaker(Context context) {
        this.context = context;
    }

    /**
     * @param files receives the path of every file that is made
     * @return the clone as it was defined
     */
    VirtualMachine make(
            Cloner.Origin origin,
            String name,
            String domain,
            boolean full,
            Collection<String> files,
            Progress progress) {
        Snapshot snapshot = origin.snapshot();
        Map<String, String> disks = full
                ? copies(snapshot, domain, files, progress)
                : context.layers()
                        .overlays(
                                snapshot.hardware().writableDisks(),
                                target -> VolumeNames.disk(
                                        domain, target, context.ids().token()),
                                files);
        Ids ids = context.ids();
        List<String> macs =
                snapshot.hardware().nics().stream().map(nic -> ids.mac()).toList();
        MachineId id = new MachineId(ids.uuid());
        Mark mark = new Mark(Install.NONE, origin.machine().mark().osId(), List.of(), 0, Optional.empty())
                .with(origin.lineage(!full));
        String title = name.equals(domain) ? "" : name;
        DefinitionEdit edit = DefinitionEdit.NONE
                .identity(new Identity(id, macs, ids.uuid().toString()))
                .name(domain)
                .title(title)
                .disks(disks)
                .mark(mark)
                .onReboot(OnReboot.RESTART)
                .withoutMedia();
        DefinitionEdit whole = nvram(snapshot, domain, files).map(edit::nvram).orElse(edit);
        Hypervisor hypervisor = context.hypervisor();
        Definition definition = hypervisor.definitions().edit(snapshot.definition(), whole);
        VirtualMachine clone = new VirtualMachine(
                id,
                domain,
                title,
                PowerState.OFF,
                true,
                definition,
                hypervisor.definitions().read(definition),
                Optional.empty(),
                mark);
        hypervisor.machines().define(definition);
        return clone;
    }

    private Map<String, String> copies(Snapshot snapshot, String domain, Collection<String> files, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        Map<String, String> copies = new HashMap<>();
        for (Disk disk : snapshot.hardware().writableDisks()) {
            String name = VolumeNames.disk(domain, disk.target(), context.ids().token());
            files.add(volumes.pathOf(name));
            copies.put(
                    disk.target(),
                    volumes.copy(name, disk.source().orElseThrow(), "qcow2", progress)
                            .path());
        }
        return copies;
    }

    private Optional<String> nvram(Snapshot snapshot, String domain, Collection<String> files) {
        if (snapshot.hardware().nvram().isEmpty()) {
            return Optional.empty();
        }
        Volumes volumes = context.hypervisor().volumes();
        String name = VolumeNames.nvram(domain, context.ids().token());
        return new Nvram(volumes)
                .copy(volumes.pathOf(VolumeNames.nvramOf(snapshot.id())), name, files)
                .or(() -> Optional.of(volumes.pathOf(name)));
    }
}
