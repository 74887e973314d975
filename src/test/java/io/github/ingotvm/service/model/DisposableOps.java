package io.github.ingotvm.service.model;

import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.service.clones.Cloner.From;
import java.time.Duration;
import java.util.Optional;

/** What is done with disposable clones. */
final class DisposableOps {
    /** What their names begin with. */
    static final String NAME = "passing-";

    private DisposableOps() {}

    /** Runs one. */
    record Run(MachineId id, SnapshotId snapshot, String name) implements Op {
        @Override
        public void run(World world) {
            world.services().disposables().run(id, new From.OfSnapshot(snapshot), name);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.isCalled(name) ? Optional.of(Kind.EXISTS) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineId made = after.idOf(name);
            MachineSight source = sight.machine(id);
            MachineSight clone = new MachineSight(name);
            clone.domain = after.machine(made).domain;
            clone.uefi = source.uefi;
            source.give(clone, snapshot, false);
            clone.linkedTo = Optional.of(new Link(id, snapshot, source.versionOf(snapshot), true));
            clone.disposable = true;
            clone.start();
            sight.machines.put(made, clone);
        }
    }

    /** Lets one stay. */
    record Keep(MachineId id) implements Op {
        @Override
        public void run(World world) {
            world.services().disposables().keep(id);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            sight.machine(id).disposable = false;
        }
    }

    /** Removes what those that ended left. */
    record Sweep() implements Op {
        @Override
        public void run(World world) {
            world.services().disposables().sweep(Duration.ZERO);
        }

        @Override
        public void predict(Sight sight, Sight after) {}
    }
}
