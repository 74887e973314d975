package io.github.ingotvm.service.model;

import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What guests do, and what is done to running machines. */
final class GuestOps {
    private GuestOps() {}

    /** The guest writes to a disk, to memory and to its firmware's variables. */
    record Write(MachineId id, String target, String text) implements Op {
        @Override
        public void run(World world) {
            world.guest().writes(id, target, "edit", text);
            world.guest().remembers(id, "open", text);
            if (!world.guest().variables(id).isEmpty()) {
                world.guest().setsVariable(id, "boot", text);
            }
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            machine.disks = new TreeMap<>(machine.disks);
            machine.disks.put(target, with(machine.disks.getOrDefault(target, Map.of()), "edit", text));
            machine.memory = with(machine.memory, "open", text);
            if (machine.uefi) {
                machine.variables = with(machine.variables, "boot", text);
            }
        }

        private static Map<String, String> with(Map<String, String> map, String key, String value) {
            Map<String, String> more = new TreeMap<>(map);
            more.put(key, value);
            return more;
        }
    }

    /** The installer copies the system and reboots. */
    record EndInstaller(MachineId id) implements Op {
        @Override
        public void run(World world) {
            world.guest().writes(id, "vda", "system", "installed");
            world.guest().fills(id, "vda", 32L << 20);
            world.guest().reboots(id);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            machine.disks = new TreeMap<>(machine.disks);
            machine.disks.put("vda", Write.with(machine.disks.getOrDefault("vda", Map.of()), "system", "installed"));
            machine.stop(true);
        }
    }

    /** An agent in the guest answers from now on, or no more. */
    record Agent(MachineId id, boolean answers) implements Op {
        @Override
        public void run(World world) {
            world.guest().agent(id, answers);
        }

        @Override
        public void predict(Sight sight, Sight after) {}
    }

    /** Another tool saves a running machine's memory and stops it. */
    record Save(MachineId id) implements Op {
        @Override
        public void run(World world) {
            world.foreign().saves(id);
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            machine.saved = machine.memory;
            machine.stop(false);
            machine.state = PowerState.SAVED;
        }
    }

    /** Starts a machine, or lets it go on. */
    record Start(MachineId id) implements Op {
        @Override
        public void run(World world) {
            world.services().power().start(id);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.machine(id).state == PowerState.RUNNING ? Optional.of(Kind.WRONG_STATE) : Optional.empty();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            if (machine.state == PowerState.PAUSED) {
                machine.state = PowerState.RUNNING;
            } else if (machine.state == PowerState.SAVED) {
                machine.run(machine.saved);
            } else {
                machine.start();
            }
        }
    }

    /** Stops a machine. */
    record Stop(MachineId id, boolean forced) implements Op {
        @Override
        public void run(World world) {
            if (forced) {
                world.services().power().forceOff(id);
            } else {
                world.services().power().shutdown(id);
            }
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.machine(id).refusedUnlessActive();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            if (forced || machine.state == PowerState.RUNNING) {
                machine.stop(!forced);
                if (machine.disposable) {
                    sight.machines.remove(id);
                }
            }
        }
    }

    /** Pauses a machine. */
    record Pause(MachineId id) implements Op {
        @Override
        public void run(World world) {
            world.services().power().pause(id);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.machine(id).refusedUnlessActive();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            sight.machine(id).state = PowerState.PAUSED;
        }
    }

    /** Lets a paused machine go on. */
    record Resume(MachineId id) implements Op {
        @Override
        public void run(World world) {
            world.services().power().resume(id);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.machine(id).refusedUnlessActive();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            sight.machine(id).state = PowerState.RUNNING;
        }
    }

    /** Asks the guest to restart; one that stands still does not hear it. */
    record Restart(MachineId id) implements Op {
        @Override
        public void run(World world) {
            world.services().power().restart(id);
        }

        @Override
        public Optional<Kind> refusal(Sight before, FakeState host) {
            return before.machine(id).refusedUnlessActive();
        }

        @Override
        public void predict(Sight sight, Sight after) {
            MachineSight machine = sight.machine(id);
            if (machine.state == PowerState.RUNNING) {
                machine.memory = Map.of();
            }
        }
    }
}
