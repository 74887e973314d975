package io.github.ingotvm.service.model;

import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.service.machines.Deletion;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is done with golden images that live without their machines. */
final class ImageOps {
    private ImageOps() {}

    /** Promotes a snapshot of one machine to the next version of another one's golden image. */
    record PromoteTo(MachineId image, MachineId from, SnapshotId snapshot) implements Op {
        @Override
        public void run(World world) {
            world.services().golden().promoteTo(image, from, snapshot, "");
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            MachineSight holder = before.machine(image);
            if (holder.golden.containsValue(snapshot)) {
                return Optional.of(Kind.EXISTS);
            }
            if (holder.golden.isEmpty()) {
                return Optional.of(Kind.NOT_FOUND);
            }
            return holder.uefi == before.machine(from).uefi ? Optional.empty() : Optional.of(Kind.UNSUPPORTED);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight holder = sight.machine(image);
            SnapshotSight original = sight.machine(from).snapshot(snapshot);
            Optional<SnapshotId> parent = holder.imageOnly ? Optional.empty() : holder.currentGolden();
            holder.snapshots.computeIfAbsent(
                    snapshot,
                    id -> new SnapshotSight(
                            after.machine(image).snapshot(id).name(),
                            original.note(),
                            holder.domain,
                            parent,
                            original.disks(),
                            original.shared(),
                            original.variables(),
                            Optional.empty(),
                            original.link()));
            new GoldenOps.Promote(image, snapshot).predict(sight, after);
            sight.machine(from).linkedTo = after.machine(from).linkedTo;
        }

        /** Once it has happened, it is a version already. */
        @Override
        public Op again(Sight now) {
            return now.machine(image).golden.containsValue(snapshot) ? new MachineOps.Fix() : this;
        }
    }

    /** Deletes a machine and keeps its golden image, or thinks better of it. */
    record Keep(MachineId id, boolean undone) implements Op {
        @Override
        public void run(World world) {
            Deletion deletion = world.services().lifecycle().deleteKeepingGolden(id);
            if (!undone) {
                deletion.commit();
            }
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            MachineSight machine = before.machine(id);
            if (machine.imageOnly) {
                return Optional.of(Kind.WRONG_STATE);
            }
            if (machine.golden.isEmpty()) {
                return Optional.of(Kind.NOT_FOUND);
            }
            return machine.state == PowerState.OFF ? Optional.empty() : Optional.of(Kind.WRONG_STATE);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            if (undone) {
                return;
            }
            MachineSight machine = sight.machine(id);
            Set<String> images = sight.machines.values().stream()
                    .filter(m -> m.imageOnly)
                    .map(m -> m.name)
                    .collect(Collectors.toSet());
            String name = machine.name;
            for (int n = 2; images.contains(machine.name); n++) {
                machine.name = name + " " + n;
            }
            machine.leaveImageOnly();
        }

        /** Once it has happened, there is no machine any more. */
        @Override
        public Op again(Sight now) {
            return now.machine(id).imageOnly ? new MachineOps.Fix() : this;
        }
    }
}
