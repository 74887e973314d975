package io.github.ingotvm.service.model;

import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.service.clones.Cloner.From;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * What chance alone seldom comes to: a golden image that shares a disk, its next version from a clone that only reads that disk, and what is
 * then cast. One step further, wherever a history stands.
 */
final class SharingStory {
    private final Random random;
    private final Sight sight;
    private final int count;

    SharingStory(Random random, Sight sight, int count) {
        this.random = random;
        this.sight = sight;
        this.count = count;
    }

    /** Empty where there is nobody to go on with. */
    Optional<Op> next() {
        return first(this::fromTheNextVersion)
                .or(() -> first(this::nextVersion))
                .or(() -> first(this::share))
                .or(() -> first(this::toAGoldenImage));
    }

    private Optional<Op> first(BiFunction<MachineId, MachineSight, Optional<Op>> step) {
        return sight.machines.entrySet().stream()
                .filter(e -> !e.getValue().disposable)
                .flatMap(e -> step.apply(e.getKey(), e.getValue()).stream())
                .findFirst();
    }

    private Optional<Op> fromTheNextVersion(MachineId id, MachineSight image) {
        Optional<SnapshotId> current = image.currentGolden();
        if (current.isEmpty() || image.snapshot(current.get()).shared().isEmpty()) {
            return Optional.empty();
        }
        String target =
                image.snapshot(current.get()).shared().keySet().iterator().next();
        return Optional.of(
                switch (random.nextInt(4)) {
                    case 0 -> new DiskOps.SetRole(id, target, role());
                    case 1 -> new GoldenOps.Seal(id, random.nextBoolean());
                    default -> cast(id, random.nextBoolean());
                });
    }

    private DiskRole role() {
        List<DiskRole> all = List.of(DiskRole.values());
        return all.get(random.nextInt(all.size()));
    }

    private Op cast(MachineId id, boolean full) {
        return new GoldenOps.Clone(id, new From.Golden(), List.of("sharing " + count), full, random.nextBoolean());
    }

    private Optional<Op> nextVersion(MachineId id, MachineSight clone) {
        Optional<Link> link = clone.linkedTo.filter(l -> !clone.shared.isEmpty() && isGolden(l.source()));
        if (link.isEmpty()) {
            return Optional.empty();
        }
        MachineId image = link.get().source();
        Optional<Op> promoted = clone.snapshots.entrySet().stream()
                .filter(e -> !e.getValue().shared().isEmpty())
                .map(Map.Entry::getKey)
                .filter(s -> !sight.machine(image).golden.containsValue(s))
                .findFirst()
                .map(s -> new ImageOps.PromoteTo(image, id, s));
        return promoted.or(() -> Optional.of(new SnapshotOps.Take(id, "shared " + count, false)));
    }

    private boolean isGolden(MachineId id) {
        MachineSight machine = sight.machines.get(id);
        return machine != null && !machine.golden.isEmpty();
    }

    private Optional<Op> share(MachineId id, MachineSight image) {
        return image.currentGolden()
                .flatMap(s -> data(image.snapshot(s).disks()))
                .map(t -> image.roles.get(t) == DiskRole.SHARED
                        ? cast(id, false)
                        : new DiskOps.SetRole(id, t, DiskRole.SHARED));
    }

    private static Optional<String> data(Map<String, Map<String, String>> disks) {
        return disks.keySet().stream().filter(t -> !t.equals("vda")).findFirst();
    }

    private Optional<Op> toAGoldenImage(MachineId id, MachineSight machine) {
        if (machine.imageOnly || machine.state != PowerState.OFF) {
            return Optional.empty();
        }
        Optional<Op> promoted = machine.snapshots.entrySet().stream()
                .filter(e -> data(e.getValue().disks()).isPresent())
                .map(Map.Entry::getKey)
                .filter(s -> !machine.golden.containsValue(s))
                .findFirst()
                .map(s -> new GoldenOps.Promote(id, s));
        return promoted.or(() -> Optional.of(
                data(machine.disks).isPresent()
                        ? new SnapshotOps.Take(id, "with data " + count, false)
                        : new DiskOps.Add(id, machine.disks.size() + 1)));
    }
}
