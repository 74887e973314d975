package io.github.ingotvm.service.model;

import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.service.snapshots.Reverted;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.util.Optional;

/** What is done with snapshots. */
final class SnapshotOps {
    private SnapshotOps() {}

    /** Takes a snapshot. */
    record Take(MachineId id, String name, boolean memory) implements Op {
        @Override
        public void run(World world) {
            world.services().snapshotter().take(id, new Snapshotter.Request(name, "", memory));
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            MachineSight machine = before.machine(id);
            if (machine.told || machine.state == PowerState.SAVED || (memory && !machine.isActive())) {
                return Optional.of(Kind.WRONG_STATE);
            }
            return machine.hasSnapshot(name) ? Optional.of(Kind.EXISTS) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            machine.freeze(after.machine(id).snapshotCalled(name), machine.freeze(name, memory));
        }
    }

    /** Gives a snapshot another name and note. */
    record Describe(MachineId id, SnapshotId snapshot, String name, String note) implements Op {
        @Override
        public void run(World world) {
            world.services().snapshots().describe(id, snapshot, name, note);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            boolean taken = before.machine(id).snapshots.entrySet().stream()
                    .anyMatch(e ->
                            !e.getKey().equals(snapshot) && e.getValue().name().equals(name));
            return taken ? Optional.of(Kind.EXISTS) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            sight.machine(id).snapshots.computeIfPresent(snapshot, (key, s) -> s.described(name, note));
        }
    }

    /** Deletes a snapshot. */
    record Drop(MachineId id, SnapshotId snapshot) implements Op {
        @Override
        public void run(World world) {
            world.services().snapshots().delete(id, snapshot);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.machine(id).golden.containsValue(snapshot) ? Optional.of(Kind.IN_USE) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            Optional<SnapshotId> parent = machine.snapshot(snapshot).parent();
            machine.snapshots.remove(snapshot);
            machine.snapshots.replaceAll((key, s) -> s.parent().equals(Optional.of(snapshot)) ? s.under(parent) : s);
            if (machine.current.equals(Optional.of(snapshot))) {
                machine.current = parent;
            }
        }
    }

    /** What comes after a revert. */
    enum Then {
        /** The time for undo runs out. */
        SETTLE,
        /** Undo. */
        UNDO,
        /** Ingot is closed before either. */
        NOTHING
    }

    /** Goes back to a snapshot. */
    record Revert(MachineId id, SnapshotId snapshot, Optional<String> keepAs, Then then) implements Op {
        @Override
        public void run(World world) {
            Reverted reverted = world.services().reverter().revert(id, snapshot, keepAs);
            if (then == Then.SETTLE) {
                reverted.settle();
            } else if (then == Then.UNDO) {
                reverted.undo();
            }
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            MachineSight machine = before.machine(id);
            if (keepAs.isPresent()) {
                Optional<Kind> notKept = new Take(id, keepAs.get(), false).refusal(before, host);
                if (notKept.isPresent()) {
                    return notKept;
                }
            }
            SnapshotSight to = machine.snapshot(snapshot);
            boolean nameTaken = to.memory().isPresent()
                    && before.machines.entrySet().stream()
                            .anyMatch(e -> !e.getKey().equals(id)
                                    && e.getValue().domain.equals(to.domain()));
            return nameTaken ? Optional.of(Kind.EXISTS) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            keepAs.ifPresent(name -> new Take(id, name, false).predict(sight, after));
            SnapshotSight to = machine.snapshot(snapshot);
            boolean goesOn = machine.state == PowerState.RUNNING || machine.state == PowerState.PAUSED;
            if (then == Then.UNDO) {
                machine.stoppedByGuest &= !goesOn && to.memory().isEmpty();
                machine.off();
                return;
            }
            machine.stop(false);
            machine.disks = to.disks();
            machine.shared = to.shared();
            machine.variables = to.variables();
            machine.linkedTo = machine.linkedTo.map(now -> to.link().orElse(now));
            machine.current = Optional.of(snapshot);
            if (to.memory().isPresent()) {
                machine.run(to.memory().get());
            } else if (goesOn) {
                machine.start();
            }
        }

        @Override
        public Op again(Sight now) {
            boolean kept = keepAs.isPresent() && now.machine(id).hasSnapshot(keepAs.get());
            return kept ? new Revert(id, snapshot, Optional.empty(), then) : this;
        }

        @Override
        public Optional<Sight> midway(Sight before, Sight after) {
            if (then != Then.UNDO) {
                return Optional.empty();
            }
            Sight reverted = before.copy();
            new Revert(id, snapshot, keepAs, Then.NOTHING).predict(reverted, after);
            return Optional.of(reverted);
        }

        @Override
        public boolean canBeCompleted() {
            return then != Then.UNDO;
        }
    }
}
