package io.github.ingotvm.service.golden;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.Contents;
import io.github.ingotvm.service.layers.StateDisks;
import io.github.ingotvm.service.work.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes what a guest sees on the disks of golden versions, so that it is known again in a flat copy or an export. Only what stands on files that
 * look as they were sealed is read. A chain that cannot be read stays without, until the next Ingot tries.
 */
final class ContentSeal {
    private static final Logger LOG = LoggerFactory.getLogger(ContentSeal.class);

    private final Context context;
    private final Set<List<Seal>> unreadable = ConcurrentHashMap.newKeySet();

    ContentSeal(Context context) {
        this.context = context;
    }

    /** Whether there is something to read that can be. */
    boolean isWanted(GoldenVersion version) {
        return !version.isContentSealed() && !unreadable.contains(version.seals());
    }

    /** Reads what nobody has read yet of a version whose files are sealed; a disk at a time, each noted at once. */
    void seal(MachineId id, int number, Progress progress) {
        VirtualMachine machine = context.inventory().require(id);
        GoldenVersion version = GoldenImages.require(machine, number);
        if (!isWanted(version) || !version.isSealed() || !looksSealed(version)) {
            return;
        }
        Optional<Snapshot> snapshot = context.hypervisor().snapshots().find(id, version.snapshot());
        List<Disk> disks = snapshot.map(f -> StateDisks.of(f.hardware(), context.hypervisor()))
                .orElse(List.of());
        Map<String, String> contents = new HashMap<>();
        disks.forEach(d -> contents.put(d.target(), version.content(d.target()).orElse("")));
        for (int i = 0; i < disks.size(); i++) {
            String target = disks.get(i).target();
            if (version.content(target).isEmpty()) {
                Optional<String> read = read(version, disks.get(i), Part.of(progress, i, disks.size()));
                if (read.isEmpty() || !looksSealed(version)) {
                    return; // written to meanwhile, it would be sealed in its changed state
                }
                contents.put(target, read.get());
                record(id, version, contents);
            }
        }
    }

    private Optional<String> read(GoldenVersion version, Disk disk, Progress progress) {
        try {
            return Optional.of(
                    Contents.of(context.hypervisor().volumes(), disk.source().orElseThrow(), progress));
        } catch (IngotException e) {
            if (e.kind() == Kind.CANCELLED || e.kind() == Kind.DISCONNECTED) {
                throw e;
            }
            LOG.info("What is on {} of {} is not sealed", disk.target(), version.label(), e);
            unreadable.add(version.seals());
            return Optional.empty();
        }
    }

    private boolean looksSealed(GoldenVersion version) {
        return version.seals().stream()
                .allMatch(s -> context.hypervisor()
                        .volumes()
                        .find(s.path())
                        .filter(s::isLike)
                        .isPresent());
    }

    /** Unless the version has other files by now. */
    private void record(MachineId id, GoldenVersion version, Map<String, String> contents) {
        context.lock().onMachine(id, () -> {
            VirtualMachine machine = context.inventory().require(id);
            machine.mark()
                    .golden(version.number())
                    .filter(v -> v.seals().equals(version.seals()))
                    .ifPresent(v -> context.hypervisor()
                            .machines()
                            .setMark(
                                    id,
                                    machine.mark().with(machine.mark().series().replaced(v.with(contents)))));
            return 0;
        });
    }
}
