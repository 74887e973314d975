package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.Machines;
import io.github.ingotvm.libvirt.xml.DomainReader;
import io.github.ingotvm.libvirt.xml.VolumePaths;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainByReference;
import org.libvirt.jna.DomainPointer;

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

    MachineReader(Connection connection, VolumePaths volumes) {
        this.connection = connection;
        this.volumes = volumes;
    }

    /** The machine; empty when it vanished meanwhile. */
    Optional<VirtualMachine> read(Dom dom) {
        return unlessGone(() -> {
            PowerState state = state(dom);
            return machine(dom, state, !state.isActive() || dom.isPersistent());
        });
    }

    /** What they are called. Titles alone are asked for: definitions are long. */
    List<Machines.Name> names() {
        try (Handle<ConnectionPointer> lease = connection.lease();
                ObjectArray.Owned<DomainPointer> domains = domains(lease.get(), 0)) {
            List<Machines.Name> names = new ArrayList<>();
            for (DomainPointer pointer : domains.all()) {
                Virt.X.virDomainRef(pointer);
                try (Dom dom = new Dom(pointer)) {
                    unlessGone(() -> new Machines.Name(dom.id(), dom.name(), dom.title()))
                            .ifPresent(names::add);
                }
            }
            return List.copyOf(names);
        }
    }

    List<VirtualMachine> all() {
        try (Handle<ConnectionPointer> lease = connection.lease();
                ObjectArray.Owned<DomainPointer> domains = domains(lease.get(), 0)) {
            Set<MachineId> active = ids(lease.get(), LIST_ACTIVE);
            boolean none = active.isEmpty(); // then there is less to ask for
            States states = new States(
                    active,
                    none ? Set.of() : ids(lease.get(), LIST_PAUSED),
                    none ? Set.of() : ids(lease.get(), LIST_OTHER),
                    ids(lease.get(), LIST_MANAGED_SAVE),
                    none ? Set.of() : ids(lease.get(), LIST_TRANSIENT));
            List<VirtualMachine> machines = new ArrayList<>();
            for (DomainPointer pointer : domains.all()) {
                Virt.X.virDomainRef(pointer);
                try (Dom dom = new Dom(pointer)) {
                    unlessGone(() -> machine(dom, states.of(dom), !states.vanishing.contains(dom.id())))
                            .ifPresent(machines::add);
                }
            }
            return List.copyOf(machines);
        }
    }

    String nameForPeople(Definition definition) {
        return "“" + DomainReader.of(definition, volumes).name() + "”";
    }

    private VirtualMachine machine(Dom dom, PowerState state, boolean persistent) {
        Definition definition = new Definition(dom.persistentXml());
        DomainReader domain = DomainReader.of(definition, volumes);
        Optional<Hardware> live = state.isActive()
                ? Optional.of(DomainReader.of(new Definition(dom.xml(Dom.XML_SECURE)), volumes)
                        .hardware())
                : Optional.empty();
        return new VirtualMachine(
                dom.id(),
                domain.name(),
                domain.title(),
                state,
                persistent,
                definition,
                domain.hardware(),
                live,
                domain.mark());
    }

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

    private static ObjectArray.Owned<DomainPointer> domains(ConnectionPointer connection, int flags) {
        DomainByReference array = new DomainByReference();
        int count = Errors.check(Virt.X.virConnectListAllDomains(connection, array, flags), "list the machines");
        return ObjectArray.take(array, count, DomainPointer::new, Virt.X::virDomainFree);
    }

    private static Set<MachineId> ids(ConnectionPointer connection, int flags) {
        Set<MachineId> ids = new HashSet<>();
        try (ObjectArray.Owned<DomainPointer> domains = domains(connection, flags)) {
            for (DomainPointer pointer : domains.all()) {
                Virt.X.virDomainRef(pointer);
                try (Dom dom = new Dom(pointer)) {
                    ids.add(dom.id());
                }
            }
        }
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
