package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Machines;
import io.github.ingotvm.libvirt.xml.DomainReader;
import io.github.ingotvm.libvirt.xml.HelperXml;
import io.github.ingotvm.libvirt.xml.VolumePaths;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads machines. A single one costs a handful of calls; of many, the states are asked for all at once, so that each costs
 * one call for its definition.
 */
final class MachineReader {
    private static final int LIST_ACTIVE = 1;
    private static final int LIST_TRANSIENT = 8;
    private static final int LIST_PAUSED = 32;
    private static final int LIST_OTHER = 128;
    private static final int LIST_MANAGED_SAVE = 256;
    private static final int PAUSED = 3;
    private static final int SHUT_OFF = 5;
    private static final int CRASHED = 6;
    private static final int PM_SUSPENDED = 7;

    private final Connection connection;
    private final VolumePaths volumes;
    private final Memo<MachineId, Said> persistentOnes = new Memo<>();
    private final Memo<MachineId, Said> liveOnes = new Memo<>();

    MachineReader(Connection connection, VolumePaths volumes) {
        this.connection = connection;
        this.volumes = volumes;
    }

    /** The machine; empty when it vanished meanwhile. */
    Optional<VirtualMachine> read(Dom dom) {
        if (HelperXml.isHelper(dom.name())) {
            return Optional.empty();
        }
        return unlessGone(() -> {
            PowerState state = state(dom);
            return machine(dom, state, !state.isActive() || dom.isPersistent());
        });
    }

    /** What they are called. Titles alone are asked for: definitions are long. */
    List<Machines.Name> names() {
        List<Machines.Name> names = new ArrayList<>();
        Dom.each(connection, 0, dom -> {
            if (!HelperXml.isHelper(dom.name())) {
                names.add(new Machines.Name(dom.id(), dom.name(), dom.title()));
            }
        });
        return List.copyOf(names);
    }

    List<VirtualMachine> all() {
        Set<MachineId> active = ids(LIST_ACTIVE);
        boolean none = active.isEmpty(); // then there is less to ask for
        States states = new States(
                active,
                none ? Set.of() : ids(LIST_PAUSED),
                none ? Set.of() : ids(LIST_OTHER),
                ids(LIST_MANAGED_SAVE),
                none ? Set.of() : ids(LIST_TRANSIENT));
        List<VirtualMachine> machines = new ArrayList<>();
        Dom.each(connection, 0, dom -> {
            if (!HelperXml.isHelper(dom.name())) {
                machines.add(machine(dom, states.of(dom), !states.vanishing.contains(dom.id())));
            }
        });
        List<MachineId> there = machines.stream().map(VirtualMachine::id).toList();
        persistentOnes.keep(there);
        liveOnes.keep(active);
        return List.copyOf(machines);
    }

    String nameForPeople(Definition definition) {
        return "“" + DomainReader.of(definition, volumes).name() + "”";
    }

    private VirtualMachine machine(Dom dom, PowerState state, boolean persistent) {
        MachineId id = dom.id();
        Said said = read(persistentOnes, id, dom.persistentXml());
        Optional<Hardware> live = state.isActive()
                ? Optional.of(read(liveOnes, id, dom.xml(Dom.XML_SECURE)).hardware())
                : Optional.empty();
        return new VirtualMachine(
                id,
                said.name(),
                said.title(),
                state,
                persistent,
                said.definition(),
                said.hardware(),
                live,
                said.mark());
    }

    private Said read(Memo<MachineId, Said> memo, MachineId id, String xml) {
        // Where a volume of a pool lies is not said by the document.
        return xml.contains("type='volume'") ? read(xml) : memo.read(id, xml, this::read);
    }

    private Said read(String xml) {
        Definition definition = new Definition(xml);
        DomainReader domain = DomainReader.of(definition, volumes);
        return new Said(definition, domain.name(), domain.title(), domain.hardware(), domain.mark());
    }

    /** What a definition says. */
    private record Said(Definition definition, String name, String title, Hardware hardware, Mark mark) {}

    private static PowerState state(Dom dom) {
        int state = dom.state().state();
        if (state != SHUT_OFF) {
            return activeState(state);
        }
        return dom.hasManagedSave() ? PowerState.SAVED : PowerState.OFF;
    }

    private static PowerState activeState(int state) {
        return switch (state) {
            case PAUSED, PM_SUSPENDED -> PowerState.PAUSED;
            case CRASHED -> PowerState.CRASHED;
            default -> PowerState.RUNNING;
        };
    }

    private static <T> Optional<T> unlessGone(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (HypervisorException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Set<MachineId> ids(int flags) {
        Set<MachineId> ids = new HashSet<>();
        Dom.each(connection, flags, dom -> ids.add(dom.id()));
        return ids;
    }

    /** Who is in which state, asked for all at once. */
    private record States(
            Set<MachineId> active,
            Set<MachineId> paused,
            Set<MachineId> other,
            Set<MachineId> saved,
            Set<MachineId> vanishing) {
        PowerState of(Dom dom) {
            MachineId id = dom.id();
            if (!active.contains(id)) {
                return saved.contains(id) ? PowerState.SAVED : PowerState.OFF;
            }
            if (other.contains(id)) {
                return activeState(dom.state().state());
            }
            return paused.contains(id) ? PowerState.PAUSED : PowerState.RUNNING;
        }
    }
}
