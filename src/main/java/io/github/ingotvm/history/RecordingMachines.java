package io.github.ingotvm.history;

import io.github.ingotvm.hypervisor.Definitions;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.Machines;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Machines whose changes are written down. */
final class RecordingMachines implements Machines {
    private final Machines real;
    private final Definitions definitions;
    private final Recorder recorder;
    private final Known known;

    RecordingMachines(Hypervisor real, Recorder recorder, Known known) {
        this.real = real.machines();
        this.definitions = real.definitions();
        this.recorder = recorder;
        this.known = known;
    }

    @Override
    public List<VirtualMachine> list() {
        List<VirtualMachine> all = real.list();
        all.forEach(known::saw);
        return all;
    }

    @Override
    public Optional<VirtualMachine> find(MachineId id) {
        return real.find(id).map(known::saw);
    }

    @Override
    public List<Name> names() {
        return real.names();
    }

    @Override
    public MachineId define(Definition definition) {
        Mark mark = definitions.mark(definition);
        MachineId id;
        try {
            id = real.define(definition);
        } catch (IngotException e) {
            recorder.failed(What.CHANGED, Optional.empty(), definitions.nameIn(definition), Map.of(), e);
            throw e;
        }
        Optional<VirtualMachine> before = known.machine(id);
        if (before.isEmpty()) {
            add(id, "", List.of(Changes.birth(mark)));
            know(id, "", "", definition, mark); // its title has not been read yet
        } else {
            changed(before.get(), definition, mark);
        }
        return id;
    }

    private void changed(VirtualMachine before, Definition definition, Mark mark) {
        String name = before.displayName();
        add(before.id(), name, Changes.of(before.mark(), mark, known::name));
        add(before.id(), name, Changes.of(before.hardware(), definitions.read(definition)));
        if (!before.persistent()) {
            recorder.done(What.KEPT, Optional.of(before.id()), name, Map.of());
        }
        know(before.id(), before.name(), before.title(), definition, mark);
    }

    /** Until it is read again. */
    private void know(MachineId id, String name, String title, Definition definition, Mark mark) {
        known.saw(new VirtualMachine(
                id,
                name,
                title,
                PowerState.OFF,
                true,
                definition,
                definitions.read(definition),
                Optional.empty(),
                mark));
    }

    private void add(MachineId id, String name, List<Changes.Change> changes) {
        changes.forEach(c -> recorder.done(c.what(), Optional.of(id), name, c.details()));
    }

    @Override
    public void undefine(MachineId id) {
        String name = known.name(id);
        recorder.during(What.DELETED, Optional.of(id), name, Map.of(), () -> {
            real.undefine(id);
            return id;
        });
        known.forget(id);
    }

    /** People are told of it by the title, which is given with it. */
    @Override
    public void rename(MachineId id, String name) {
        real.rename(id, name);
    }

    @Override
    public void setTitle(MachineId id, String title) {
        real.setTitle(id, title);
        String was = known.name(id);
        Optional<VirtualMachine> now = real.find(id).map(known::saw);
        now.map(VirtualMachine::displayName)
                .filter(name -> !was.isEmpty() && !name.equals(was))
                .ifPresent(name -> recorder.done(What.RENAMED, Optional.of(id), name, Map.of(Entry.WAS, was)));
    }

    @Override
    public void plugIn(MachineId id, String target, String path) {
        Optional<VirtualMachine> before = known.machine(id);
        real.plugIn(id, target, path);
        Optional<VirtualMachine> now = real.find(id).map(known::saw);
        before.ifPresent(b -> now.ifPresent(n -> add(id, n.displayName(), Changes.of(b.hardware(), n.hardware()))));
    }

    @Override
    public void setMark(MachineId id, Mark mark) {
        Optional<VirtualMachine> before = known.machine(id);
        real.setMark(id, mark);
        before.ifPresent(b -> {
            add(id, b.displayName(), Changes.of(b.mark(), mark, known::name));
            known.saw(new VirtualMachine(
                    id, b.name(), b.title(), b.state(), b.persistent(), b.definition(), b.hardware(), b.live(), mark));
        });
    }
}
