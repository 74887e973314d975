package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.DriveChanges;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Machines;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;

/** The domains. */
final class FakeMachines implements Machines {
    private final FakeConnection connection;
    private final FakeState state;

    FakeMachines(FakeConnection connection) {
        this.connection = connection;
        this.state = connection.state;
    }

    @Override
    public List<VirtualMachine> list() {
        return connection.get(
                () -> state.machines.values().stream().map(FakeMachine::view).toList());
    }

    @Override
    public Optional<VirtualMachine> find(MachineId id) {
        return connection.get(() -> Optional.ofNullable(state.machines.get(id)).map(FakeMachine::view));
    }

    @Override
    public List<Name> names() {
        return list().stream().map(m -> new Name(m.id(), m.name(), m.title())).toList();
    }

    @Override
    public MachineId define(Definition definition) {
        return connection.get(() -> {
            FakeDocument document = FakeDocument.parse(definition);
            MachineId id = document.id();
            FakeMachine known = state.machines.get(id);
            if (known == null) {
                requireFree(document.name());
                state.machines.put(id, new FakeMachine(id, document));
            } else if (known.name().equals(document.name())) {
                known.definition = document;
                known.persistent = true;
            } else {
                throw new HypervisorException(
                        Kind.INVALID, "This uuid belongs to " + known.name() + " already; give another one.");
            }
            state.changed(id);
            return id;
        });
    }

    private void requireFree(String name) {
        if (state.machines.values().stream().anyMatch(m -> m.name().equals(name))) {
            throw new HypervisorException(
                    Kind.EXISTS, "There is already a virtual machine called \"" + name + "\"; choose another name.");
        }
    }

    @Override
    public void undefine(MachineId id) {
        connection.run(() -> {
            requireInactive(state.machine(id));
            state.machines.remove(id);
            state.changed(id);
        });
    }

    private static void requireInactive(FakeMachine machine) {
        if (machine.isActive()) {
            throw new HypervisorException(Kind.WRONG_STATE, machine.name() + " is running; shut it down first.");
        }
    }

    @Override
    public void rename(MachineId id, String name) {
        connection.run(() -> {
            FakeMachine machine = state.machine(id);
            requireInactive(machine);
            if (name.isEmpty() || name.contains("/") || name.contains("\n")) {
                throw new HypervisorException(
                        Kind.INVALID, "\"" + name + "\" is no name for a machine; choose another.");
            }
            requireFree(name);
            machine.definition.set("name", name);
            state.changed(id);
        });
    }

    @Override
    public void setTitle(MachineId id, String title) {
        connection.run(() -> {
            FakeMachine machine = state.machine(id);
            if (title.contains("\n")) {
                throw new HypervisorException(Kind.INVALID, "A title has one line; leave the line break out.");
            }
            machine.definition.title(title);
            machine.now().title(title);
            state.changed(id);
        });
    }

    @Override
    public void plugIn(MachineId id, String target, String path) {
        connection.run(() -> {
            FakeMachine machine = state.machine(id);
            FakeDocument live = machine.live;
            if (live == null || !machine.isActive()) {
                throw new HypervisorException(Kind.WRONG_STATE, machine.name() + " is off; start it.");
            }
            if (!target.startsWith("vd")) {
                throw new HypervisorException(
                        Kind.UNSUPPORTED, machine.name() + " takes no disks while it runs; shut it down first.");
            }
            Object unused = state.file(path);
            DriveChanges disk = DriveChanges.NONE.with(target, path);
            FakeDocument running = live.copy();
            FakeDocument later = machine.definition.copy();
            FakeDefinitions.drives(running, disk);
            FakeDefinitions.drives(later, disk);
            machine.live = running;
            machine.definition = later;
            state.changed(id);
        });
    }

    @Override
    public void setMark(MachineId id, Mark mark) {
        connection.run(() -> {
            FakeMachine machine = state.machine(id);
            machine.definition.mark(mark);
            machine.now().mark(mark);
            state.changed(id);
        });
    }
}
