package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.hypervisor.Power;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Running machines. Guests obey at once unless told to be deaf. */
final class FakePower implements Power {
    private final FakeConnection connection;
    private final FakeState state;
    private final FakeImages images;

    FakePower(FakeConnection connection) {
        this.connection = connection;
        this.state = connection.state;
        this.images = new FakeImages(state);
    }

    @Override
    public void start(MachineId id) {
        connection.run(() -> {
            FakeMachine machine = state.machine(id);
            requireInactive(machine);
            images.open(machine, machine.definition);
            Map<String, String> memory = machine.saved.orElse(Map.of());
            machine.saved = Optional.empty();
            go(machine, machine.definition.copy(), memory);
        });
    }

    @Override
    public void restore(MachineId id, String memoryFile, Map<String, String> disks) {
        connection.run(() -> {
            FakeMachine machine = state.machine(id);
            requireInactive(machine);
            FakeFile file = state.file(memoryFile);
            FakeDocument document = FakeDocument.parse(file.memoryOf.orElseThrow(() -> new HypervisorException(
                    Kind.INVALID, memoryFile + " holds no memory of a machine; choose another.")));
            if (!document.name().equals(machine.name()) || !document.id().equals(id)) {
                throw new HypervisorException(
                        Kind.WRONG_STATE,
                        "The kept memory is that of " + document.name()
                                + "; only a machine of that name can go on from it.");
            }
            disks.forEach(document::disk);
            machine.definition.get("nvram").ifPresent(path -> document.set("nvram", path));
            document.title(machine.definition.title());
            document.mark(machine.definition.mark());
            images.open(machine, document);
            go(machine, document, file.writes);
        });
    }

    @Override
    public MachineId run(Definition definition) {
        return connection.get(() -> {
            FakeDocument document = FakeDocument.parse(definition);
            MachineId id = document.id();
            if (state.machines.values().stream()
                    .anyMatch(m -> m.id.equals(id) || m.name().equals(document.name()))) {
                throw new HypervisorException(
                        Kind.EXISTS, "There is already a machine called " + document.name() + "; choose another name.");
            }
            FakeMachine machine = new FakeMachine(id, document);
            machine.persistent = false;
            images.open(machine, document);
            state.machines.put(id, machine);
            go(machine, document.copy(), Map.of());
            return id;
        });
    }

    private void go(FakeMachine machine, FakeDocument live, Map<String, String> memory) {
        live.get("nvram").ifPresent(this::makeNvram);
        machine.live = live;
        machine.memory.clear();
        machine.memory.putAll(memory);
        machine.active = PowerState.RUNNING;
        state.changed(machine.id);
    }

    /** The first start makes the variables from the firmware's template. */
    private void makeNvram(String path) {
        if (!state.files.containsKey(path)) {
            FakeFile made = new FakeFile(path, "raw", 540_672, Optional.empty(), new byte[0]);
            made.write("template", "OVMF", state.tick());
            state.files.put(path, made);
        }
    }

    private static void requireInactive(FakeMachine machine) {
        if (machine.isActive()) {
            throw new HypervisorException(Kind.WRONG_STATE, machine.name() + " is running already; open it.");
        }
    }

    private FakeMachine active(MachineId id) {
        FakeMachine machine = state.machine(id);
        if (!machine.isActive()) {
            throw new HypervisorException(Kind.WRONG_STATE, machine.name() + " is not running; start it first.");
        }
        return machine;
    }

    @Override
    public void shutdown(MachineId id) {
        connection.run(() -> {
            FakeMachine machine = active(id);
            if (machine.active == PowerState.RUNNING && !machine.deafToShutdown) {
                stop(state, machine, StopReason.GUEST);
            }
        });
    }

    @Override
    public void destroy(MachineId id) {
        connection.run(() -> {
            FakeMachine machine = state.machine(id);
            if (machine.isActive()) {
                stop(state, machine, StopReason.FORCED);
            }
        });
    }

    static void stop(FakeState state, FakeMachine machine, StopReason reason) {
        machine.active = PowerState.OFF;
        machine.live = null;
        machine.memory.clear();
        machine.clipboard = false;
        machine.lastStop = reason;
        FakeSerialLine line = machine.serial;
        if (line != null) {
            line.close();
        }
        machine.screens.forEach(FakeScreen::close);
        machine.screens.clear();
        if (!machine.persistent) {
            state.machines.remove(machine.id);
        }
        state.changed(machine.id);
    }

    @Override
    public StopReason lastStop(MachineId id) {
        return connection.get(() -> state.machine(id).lastStop);
    }

    @Override
    public void reboot(MachineId id) {
        connection.run(() -> {
            FakeMachine machine = active(id);
            if (machine.active == PowerState.RUNNING) {
                guestReboots(state, machine);
            }
        });
    }

    static void guestReboots(FakeState state, FakeMachine machine) {
        if (machine.now().onReboot() == OnReboot.DESTROY) {
            stop(state, machine, StopReason.GUEST);
        } else {
            machine.memory.clear();
            state.changed(machine.id);
        }
    }

    @Override
    public void reset(MachineId id) {
        connection.run(() -> guestReboots(state, active(id)));
    }

    @Override
    public void suspend(MachineId id) {
        connection.run(() -> turn(active(id), PowerState.PAUSED));
    }

    @Override
    public void resume(MachineId id) {
        connection.run(() -> turn(active(id), PowerState.RUNNING));
    }

    private void turn(FakeMachine machine, PowerState to) {
        machine.stalled = false;
        if (machine.active != to) {
            machine.active = to;
            state.changed(machine.id);
        }
    }

    @Override
    public boolean isStalled(MachineId id) {
        return connection.get(() -> {
            FakeMachine machine = state.machine(id);
            return machine.active == PowerState.PAUSED && machine.stalled;
        });
    }

    @Override
    public void dropSaved(MachineId id) {
        connection.run(() -> {
            FakeMachine machine = state.machine(id);
            if (machine.saved.isPresent()) {
                machine.saved = Optional.empty();
                state.changed(id);
            }
        });
    }

    @Override
    public void sendKeys(MachineId id, int... linuxKeyCodes) {
        connection.run(() -> Arrays.stream(linuxKeyCodes).forEach(active(id).keys::add));
    }

    @Override
    public Set<MachineId> busy() {
        return connection.get(() -> state.machines.values().stream()
                .filter(m -> m.worked)
                .map(m -> m.id)
                .collect(Collectors.toSet()));
    }

    @Override
    public boolean agentAnswers(MachineId id) {
        return connection.get(() -> {
            FakeMachine machine = state.machine(id);
            return machine.agent && machine.active == PowerState.RUNNING;
        });
    }

    @Override
    public SerialLine serial(MachineId id, Consumer<byte[]> sink) {
        return connection.get(() -> {
            FakeMachine machine = active(id);
            FakeSerialLine earlier = machine.serial;
            if (earlier != null) {
                earlier.close();
            }
            FakeSerialLine line = new FakeSerialLine(sink);
            machine.serial = line;
            return line;
        });
    }
}
