package io.github.ingotvm.service.clones;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.DefinitionEdit.Identity;
import io.github.ingotvm.hypervisor.DriveChanges;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.Nvram;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.work.Begun;
import io.github.ingotvm.service.work.Ids;
import io.github.ingotvm.service.work.TaskScope;
import io.github.ingotvm.service.work.TaskScope.Task;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Makes clones: the files of each first, then the definition that makes it a machine. */
final class CloneMaker {
    private final Context context;

    CloneMaker(Context context) {
        this.context = context;
    }

    /** A clone whose files are being made. */
    record Casting(
            Cloner.Origin origin,
            String name,
            boolean full,
            Begun disks,
            Map<String, String> shared,
            Set<String> fresh,
            Optional<NvramCopy> nvram) {}

    /** Where a clone's firmware variables will be. */
    record NvramCopy(String path, Task<String> making) {}

    /**
     * Begins the files of a clone; full copies are whole when it returns.
     *
     * @param newDisks bytes of each disk that it has beside those of its mould
     * @param token gives the unique part of each file's name
     * @param files receives the path of every file that is made
     */
    Casting begin(
            Cloner.Origin origin,
            String name,
            boolean full,
            List<Long> newDisks,
            Supplier<String> token,
            TaskScope tasks,
            Collection<String> files,
            Progress progress) {
        CloneDisks disks = new CloneDisks(origin, full, newDisks);
        UnaryOperator<String> volume = target -> VolumeNames.disk(name, target, token.get());
        Begun carried = full
                ? context.layers().copies(disks.carried(), volume, files, progress)
                : context.layers().overlays(tasks, disks.carried(), volume, files);
        Begun images = disks.with(carried, context.hypervisor().volumes(), volume, tasks, files);
        return new Casting(
                origin,
                name,
                full,
                images,
                disks.shared(),
                disks.fresh(),
                nvram(origin.snapshot(), name, token, tasks, files));
    }

    private Optional<NvramCopy> nvram(
            Snapshot snapshot, String name, Supplier<String> token, TaskScope tasks, Collection<String> files) {
        if (snapshot.hardware().nvram().isEmpty()) {
            return Optional.empty();
        }
        Volumes volumes = context.hypervisor().volumes();
        String copy = VolumeNames.nvram(name, token.get());
        String kept = volumes.pathOf(VolumeNames.nvramOf(snapshot.id()));
        return Optional.of(new NvramCopy(volumes.pathOf(copy), new Nvram(volumes).copy(tasks, kept, copy, files)));
    }

    /**
     * Makes it a machine, once its files are there.
     *
     * @return the clone as it was defined
     */
    VirtualMachine define(Casting casting, String domain) {
        VirtualMachine clone = await(casting, domain);
        context.hypervisor().machines().define(clone.definition());
        return clone;
    }

    /** What it will be; its files are there when this returns. */
    VirtualMachine await(Casting casting, String domain) {
        Cloner.Origin origin = casting.origin();
        Snapshot snapshot = origin.snapshot();
        Ids ids = context.ids();
        List<String> macs =
                snapshot.hardware().nics().stream().map(nic -> ids.mac()).toList();
        MachineId id = new MachineId(ids.uuid());
        Mark mark = Mark.NONE.withOs(origin.machine().mark().osId()).with(origin.lineage(!casting.full()));
        String title = casting.name().equals(domain) ? "" : casting.name();
        DefinitionEdit edit = DefinitionEdit.NONE
                .identity(new Identity(id, macs, ids.uuid().toString()))
                .name(domain)
                .title(title)
                .disks(without(casting.disks().paths(), casting.fresh()))
                .drives(drives(casting))
                .mark(mark)
                .onReboot(OnReboot.RESTART)
                .withoutMedia();
        DefinitionEdit whole = casting.nvram().map(n -> edit.nvram(n.path())).orElse(edit);
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
        casting.disks().await();
        casting.nvram().ifPresent(n -> n.making().get());
        return clone;
    }

    private static DriveChanges drives(Casting casting) {
        DriveChanges changes = DriveChanges.NONE.sharing(casting.shared());
        for (String target : casting.fresh()) {
            changes = changes.with(
                    target, Objects.requireNonNull(casting.disks().paths().get(target)));
        }
        return changes;
    }

    private static Map<String, String> without(Map<String, String> paths, Set<String> targets) {
        Map<String, String> rest = new HashMap<>(paths);
        rest.keySet().removeAll(targets);
        return rest;
    }
}
