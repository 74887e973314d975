package io.github.ingotvm.service.model;

import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.service.clones.Refresher.To;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What is done with clones. */
final class CloneOps {
    private CloneOps() {}

    private static void one(List<CloneOutcome> outcomes) {
        outcomes.get(0).failure().ifPresent(e -> {
            throw e;
        });
    }

    private static Running running(boolean forced) {
        return forced ? new Running(Running.How.FORCE_OFF, Duration.ofSeconds(5), true) : Running.REFUSE;
    }

    /** Updates or resets a clone. */
    record Refresh(MachineId id, To to, boolean forced) implements Op {
        @Override
        public void run(World world) {
            one(world.services().refresher().refresh(List.of(id), to, running(forced), Progress.NONE));
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            MachineSight clone = before.machine(id);
            if (clone.linkedTo.filter(Link::linked).isEmpty()) {
                return Optional.of(Kind.UNSUPPORTED);
            }
            if (clone.state == PowerState.SAVED) {
                return Optional.of(Kind.WRONG_STATE);
            }
            Optional<SnapshotId> mould = mould(clone, before);
            if (mould.isEmpty()) {
                return Optional.of(Kind.NOT_FOUND);
            }
            return isNeeded(clone, mould.get()) && clone.isActive() && !forced
                    ? Optional.of(Kind.WRONG_STATE)
                    : Optional.empty();
        }

        private boolean isNeeded(MachineSight clone, SnapshotId mould) {
            return to instanceof To.Own
                    || !clone.linkedTo.orElseThrow().snapshot().equals(mould);
        }

        /** The snapshot it would stand on, if there is one. */
        private Optional<SnapshotId> mould(MachineSight clone, Sight sight) {
            Link link = clone.linkedTo.orElseThrow();
            return Optional.ofNullable(sight.machines.get(link.source()))
                    .flatMap(source -> (to instanceof To.Own ? Optional.of(link.snapshot()) : source.currentGolden())
                            .filter(source.snapshots::containsKey));
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight clone = sight.machine(id);
            SnapshotId mould = mould(clone, sight).orElseThrow();
            if (!isNeeded(clone, mould)) {
                return;
            }
            Link link = clone.linkedTo.orElseThrow();
            MachineSight source = sight.machine(link.source());
            SnapshotSight from = source.snapshot(mould);
            boolean wasOn = clone.isActive();
            clone.stop(false);
            boolean exchanged = clone.uefi && source.uefi;
            clone.former = Optional.of(new FormerSight(
                    link,
                    Map.of("vda", clone.disk("vda")),
                    exchanged ? Optional.of(clone.variables) : Optional.empty()));
            clone.disks = new TreeMap<>(clone.disks);
            clone.disks.put("vda", Objects.requireNonNull(from.disks().get("vda")));
            if (exchanged) {
                clone.variables = from.variables();
            }
            clone.linkedTo = Optional.of(new Link(link.source(), mould, source.versionOf(mould), true));
            if (wasOn) {
                clone.start();
            }
        }
    }

    /** Brings back what a clone was before its update. */
    record Undo(MachineId id, boolean forced) implements Op {
        @Override
        public void run(World world) {
            one(world.services().refresher().undo(List.of(id), running(forced), Progress.NONE));
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            MachineSight clone = before.machine(id);
            if (clone.former.isEmpty()) {
                return Optional.of(Kind.NOT_FOUND);
            }
            boolean stops = clone.state == PowerState.SAVED || (clone.isActive() && !forced);
            return stops ? Optional.of(Kind.WRONG_STATE) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight clone = sight.machine(id);
            FormerSight former = clone.former.orElseThrow();
            boolean wasOn = clone.isActive();
            clone.stop(false);
            clone.former = Optional.of(new FormerSight(
                    clone.linkedTo.orElseThrow(),
                    Map.of("vda", clone.disk("vda")),
                    former.variables().map(v -> clone.variables)));
            clone.disks = new TreeMap<>(clone.disks);
            clone.disks.putAll(former.disks());
            former.variables().ifPresent(v -> clone.variables = v);
            clone.linkedTo = Optional.of(former.link());
            if (wasOn) {
                clone.start();
            }
        }

        /** The other way round it would be another undo. */
        @Override
        public boolean canBeCompleted() {
            return false;
        }
    }

    /** Makes a clone independent. */
    record Detach(MachineId id) implements Op {
        @Override
        public void run(World world) {
            world.services().detacher().detach(id, Progress.NONE);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            MachineSight clone = before.machine(id);
            if (clone.linkedTo.filter(Link::linked).isEmpty()) {
                return Optional.of(Kind.UNSUPPORTED);
            }
            if (clone.state == PowerState.SAVED) {
                return Optional.of(Kind.WRONG_STATE);
            }
            if (clone.snapshots.isEmpty() && !clone.shared.isEmpty()) {
                return Optional.of(Kind.UNSUPPORTED);
            }
            boolean stands = !clone.snapshots.isEmpty() || clone.former.isPresent();
            return stands ? Optional.of(Kind.IN_USE) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight clone = sight.machine(id);
            clone.linkedTo = clone.linkedTo.map(l -> new Link(l.source(), l.snapshot(), l.version(), false));
        }
    }

    /** Merges what nothing needs. */
    record Compact(MachineId id) implements Op {
        @Override
        public void run(World world) {
            world.services().compactor().compact(id, Progress.NONE);
        }

        @Override
        public void predict(Sight sight, Sight after) {}
    }

    /** Drops what an undo would bring back. */
    record Drop(MachineId id) implements Op {
        @Override
        public void run(World world) {
            one(world.services().refresher().dropFormer(List.of(id)));
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.machine(id).former.isEmpty() ? Optional.of(Kind.NOT_FOUND) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            sight.machine(id).former = Optional.empty();
        }
    }
}
