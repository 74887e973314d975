package io.github.ingotvm.service.restore;

import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.GoldenVersion.Seal;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.Drift;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.layers.StateDisks;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Seals of a file that was put back: in every version that has it, whose look is another now, and which may stand on less than before. */
final class Resealing {
    private final Context context;

    Resealing(Context context) {
        this.context = context;
    }

    /**
     * @param bytes SHA-256 of the copy that was proved to be what was sealed and has come into the place of the file
     * @throws IngotException {@code FAILED} when something else is in that place; no seal is changed then
     */
    void reseal(Damage.Lost lost, String bytes, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        Optional<Volume> now = volumes.find(lost.path());
        if (now.isEmpty()) {
            return;
        }
        if (!volumes.digest(lost.path(), progress).equals(bytes)) {
            throw new IngotException(
                    Kind.FAILED,
                    "What is in the place of " + lost.path()
                            + " now is not what was proved to belong there; restore it again, from the same copy.");
        }
        Seal fresh = Seal.of(now.get()).with(bytes);
        for (VirtualMachine machine : context.inventory().machines()) {
            if (machine.mark().golden().stream().anyMatch(v -> has(v, lost.path()))) {
                context.lock().onMachine(machine.id(), () -> {
                    reseal(context.inventory().require(machine.id()), fresh);
                    return 0;
                });
            }
        }
    }

    private void reseal(VirtualMachine machine, Seal fresh) {
        Mark mark = machine.mark();
        for (GoldenVersion version : machine.mark().golden()) {
            if (has(version, fresh.path())) {
                Set<String> stands = standsOn(machine, version);
                List<Seal> seals = version.seals().stream()
                        .filter(s -> s.path().equals(fresh.path()) || stands.contains(s.path()))
                        .map(s -> s.path().equals(fresh.path()) ? fresh : s)
                        .toList();
                mark = mark.with(mark.series().replaced(version.with(seals)));
            }
        }
        context.hypervisor().machines().setMark(machine.id(), mark);
    }

    private static boolean has(GoldenVersion version, String path) {
        return version.seals().stream().anyMatch(s -> s.path().equals(path));
    }

    /** The files that a version has now; all it was sealed with, where that cannot be seen. */
    private Set<String> standsOn(VirtualMachine machine, GoldenVersion version) {
        Volumes volumes = context.hypervisor().volumes();
        Set<String> all = new LinkedHashSet<>();
        Optional<Snapshot> snapshot = context.hypervisor().snapshots().find(machine.id(), version.snapshot());
        boolean whole = snapshot.isPresent();
        for (var disk : snapshot.map(s -> StateDisks.of(s.hardware(), context.hypervisor()))
                .orElse(List.of())) {
            Optional<String> next = disk.source();
            while (next.isPresent() && all.add(next.get())) {
                Optional<Volume> volume = volumes.find(next.get());
                whole &= volume.isPresent();
                next = volume.flatMap(Volume::backing);
            }
        }
        if (!whole) {
            version.seals().forEach(s -> all.add(s.path()));
        }
        all.add(volumes.pathOf(VolumeNames.nvramOf(version.snapshot())));
        return all;
    }

    /** What is whole again of that which shared the damage, and what is not. */
    GoldenRestorer.Restored report(Damage damage, Collection<String> restored) {
        Map<String, Volume> volumes = Scan.of(context.hypervisor()).volumes();
        Set<String> concerned = new LinkedHashSet<>(damage.files());
        concerned.addAll(restored);
        List<String> whole = new ArrayList<>();
        List<String> still = new ArrayList<>();
        for (VirtualMachine machine : context.inventory().machines()) {
            for (GoldenVersion version : machine.mark().golden()) {
                if (concerned.stream().anyMatch(p -> has(version, p))) {
                    boolean intact = Drift.of(version, volumes).isEmpty();
                    (intact ? whole : still).add(version.label() + " of " + machine.goldenName());
                }
            }
        }
        return new GoldenRestorer.Restored(List.copyOf(restored), whole, still);
    }
}
