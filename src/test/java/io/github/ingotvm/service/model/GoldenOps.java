package io.github.ingotvm.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.context.Inventory;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done with golden images. */
final class GoldenOps {
    private GoldenOps() {}

    /** Makes a snapshot golden. */
    record Promote(MachineId id, SnapshotId snapshot) implements Op {
        @Override
        public void run(World world) {
            world.services().golden().promote(id, snapshot, "");
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.machine(id).golden.containsValue(snapshot) ? Optional.of(Kind.EXISTS) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            machine.lastVersion++;
            machine.golden.put(machine.lastVersion, snapshot);
            machine.pinned = 0;
        }
    }

    /** Takes the mark away. */
    record Demote(MachineId id, int version) implements Op {
        @Override
        public void run(World world) {
            world.services().golden().demote(id, version);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            machine.golden.remove(version);
            machine.pinned = machine.pinned == version ? 0 : machine.pinned;
        }
    }

    /** Makes a version current. */
    record Pin(MachineId id, int version) implements Op {
        @Override
        public void run(World world) {
            world.services().versions().makeCurrent(id, version);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            boolean newest = Collections.max(machine.golden.keySet()) == version;
            machine.pinned = newest ? 0 : version;
        }
    }

    /** Says anew what a golden image is for. */
    record Describe(MachineId id, String note) implements Op {
        @Override
        public void run(World world) {
            Inventory inventory = world.services().inventory();
            String name = inventory.require(id).mark().series().name();
            world.services().versions().describe(id, name, note);
            assertThat(inventory.require(id).mark().series().note()).isEqualTo(note);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.machine(id).golden.isEmpty() ? Optional.of(Kind.NOT_FOUND) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {}
    }

    /** Says anew what a version brings. */
    record Note(MachineId id, int version, String note) implements Op {
        @Override
        public void run(World world) {
            world.services().versions().note(id, version, note);
            assertThat(world.services().inventory().require(id).mark().golden())
                    .filteredOn(v -> v.number() == version)
                    .extracting(GoldenVersion::note)
                    .containsExactly(note);
        }

        @Override
        public void predict(Sight sight, Sight after) {}
    }

    /** Reads what was not read yet, or everything. */
    record Seal(MachineId id, boolean verify) implements Op {
        @Override
        public void run(World world) {
            if (!verify) {
                world.services().sealer().sealAll(Progress.NONE);
                return;
            }
            List<Integer> versions = world.services().inventory().require(id).mark().golden().stream()
                    .map(GoldenVersion::number)
                    .toList();
            assertThat(world.services().verifier().verify(id, versions, Progress.NONE))
                    .allMatch(Verification::isIntact);
        }

        @Override
        public void predict(Sight sight, Sight after) {}
    }

    /** Retires a version. */
    record Retire(MachineId id, int version) implements Op {
        @Override
        public void run(World world) {
            world.services().versions().retire(id, version);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            MachineSight machine = before.machine(id);
            SnapshotId snapshot = machine.goldenSnapshot(version);
            if (machine.currentGolden().equals(Optional.of(snapshot))) {
                return Optional.of(Kind.WRONG_STATE);
            }
            boolean needed = before.machines.values().stream()
                    .flatMap(m -> Stream.concat(m.linkedTo.stream(), m.former.map(FormerSight::link).stream()))
                    .anyMatch(l ->
                            l.linked() && l.source().equals(id) && l.snapshot().equals(snapshot));
            return needed ? Optional.of(Kind.IN_USE) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            SnapshotId snapshot = sight.machine(id).goldenSnapshot(version);
            new Demote(id, version).predict(sight, after);
            new SnapshotOps.Drop(id, snapshot).predict(sight, after);
        }

        /** A crash may come between the mark and the snapshot. */
        @Override
        public boolean canBeCompleted() {
            return false;
        }
    }

    /** Casts clones. */
    record Clone(MachineId id, From from, List<String> names, boolean full, boolean start) implements Op {
        @Override
        public void run(World world) {
            world.services().cloner().clone(new Cloner.Request(id, from, names, full, start), Progress.NONE);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            MachineSight source = before.machine(id);
            boolean taken = names.stream().anyMatch(before::isCalled);
            boolean nothing = from instanceof From.Golden && source.golden.isEmpty();
            if (taken || nothing) {
                // What takes long is refused for a taken name before anything else is looked at.
                return Optional.of(nothing && !(taken && full) ? Kind.NOT_FOUND : Kind.EXISTS);
            }
            boolean saved = from instanceof From.Present && source.state == PowerState.SAVED;
            return saved ? Optional.of(Kind.WRONG_STATE) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight source = sight.machine(id);
            SnapshotId snapshot = origin(source, after);
            if (from instanceof From.Present) {
                String name = after.machine(id).snapshot(snapshot).name();
                source.freeze(snapshot, source.freeze(name, false));
            }
            for (String name : names) {
                MachineId made = after.idOf(name);
                MachineSight clone = new MachineSight(name);
                clone.domain = after.machine(made).domain;
                clone.uefi = source.uefi;
                source.give(clone, snapshot, full);
                clone.linkedTo = after.machine(made).linkedTo;
                if (start) {
                    clone.start();
                }
                sight.machines.put(made, clone);
            }
        }

        private SnapshotId origin(MachineSight source, Sight after) {
            if (from instanceof From.OfSnapshot of) {
                return of.id();
            }
            if (from instanceof From.Version version) {
                return source.goldenSnapshot(version.number());
            }
            if (from instanceof From.Golden) {
                return source.currentGolden().orElseThrow();
            }
            return after.machine(id).snapshots.keySet().stream()
                    .filter(s -> !source.snapshots.containsKey(s))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public Op again(Sight now) {
            List<String> missing =
                    names.stream().filter(n -> now.called(n).isEmpty()).toList();
            return missing.isEmpty() ? this : new Clone(id, from, missing, full, start);
        }
    }

    /** Somebody makes a machine use a golden layer itself; Ingot must not start it. */
    record StartOnLayer(MachineId id, MachineId owner, SnapshotId golden) implements Op {
        @Override
        public void run(World world) {
            String mine = image(world, id);
            String layer = world.services().inventory().snapshots(owner).stream()
                    .filter(s -> s.id().equals(golden))
                    .flatMap(s -> s.hardware().writableDisks().stream())
                    .flatMap(d -> d.source().stream())
                    .findFirst()
                    .orElseThrow();
            world.foreign().edits(id, "disk.vda.source", layer);
            try {
                world.services().power().start(id);
            } finally {
                world.foreign().edits(id, "disk.vda.source", mine);
            }
        }

        private static String image(World world, MachineId id) {
            return world.services().inventory().find(id).orElseThrow().hardware().disks().stream()
                    .filter(d -> d.target().equals("vda"))
                    .map(Disk::source)
                    .findFirst()
                    .flatMap(s -> s)
                    .orElseThrow();
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return Optional.of(Kind.IN_USE);
        }

        @Override
        public void predict(Sight sight, Sight after) {}
    }
}
