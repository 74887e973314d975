package io.github.ingotvm.service.model;

import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is done with data disks. */
final class DiskOps {
    private static final long SIZE = 64L << 20;

    private DiskOps() {}

    /** Gives a machine another disk. */
    record Add(MachineId id, int count) implements Op {
        @Override
        public void run(World world) {
            world.services().disks().add(id, SIZE);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            PowerState state = before.machine(id).state;
            return state == PowerState.OFF || state == PowerState.RUNNING
                    ? Optional.empty()
                    : Optional.of(Kind.WRONG_STATE);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            machine.disks = new TreeMap<>(machine.disks);
            after.machine(id).disks.keySet().stream()
                    .filter(t -> !machine.disks.containsKey(t))
                    .findFirst()
                    .ifPresent(t -> machine.disks.put(t, Map.of()));
        }

        /** Once it has it, another try would give it one more. */
        @Override
        public Op again(Sight now) {
            return now.machine(id).disks.size() >= count ? new MachineOps.Fix() : this;
        }
    }

    /** Takes a disk away. */
    record Remove(MachineId id, String target) implements Op {
        @Override
        public void run(World world) {
            world.services().disks().remove(id, target).commit();
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.machine(id).state == PowerState.OFF ? Optional.empty() : Optional.of(Kind.WRONG_STATE);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            machine.disks = new TreeMap<>(machine.disks);
            machine.disks.remove(target);
            machine.shared = new TreeMap<>(machine.shared);
            machine.shared.remove(target);
        }

        @Override
        public Op again(Sight now) {
            MachineSight machine = now.machine(id);
            return machine.disks.containsKey(target) || machine.shared.containsKey(target)
                    ? this
                    : new MachineOps.Fix();
        }
    }

    /** Says how clones receive a disk. */
    record SetRole(MachineId id, String target, DiskRole role) implements Op {
        @Override
        public void run(World world) {
            world.services().disks().setRole(id, target, role);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            machine.roles = new TreeMap<>(machine.roles);
            machine.roles.put(target, role);
            machine.roles.values().removeIf(r -> r == DiskRole.LINKED);
        }
    }
}
