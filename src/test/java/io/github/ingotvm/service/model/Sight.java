package io.github.ingotvm.service.model;

import io.github.ingotvm.fake.FakeGuest;
import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.FormerState;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything that people can see on a host: what machines and snapshots are called and contain. Also the model of what must come out. */
final class Sight {
    final Map<MachineId, MachineSight> machines = new LinkedHashMap<>();

    /** Looks at a host. Fails when a chain is broken. */
    static Sight of(FakeState state) {
        FakeHypervisor view = new FakeHypervisor(state);
        Sight sight = new Sight();
        for (VirtualMachine machine : view.machines().list()) {
            sight.machines.put(machine.id(), machine(view, machine));
        }
        return sight;
    }

    /** What a new machine of this name is answered with. */
    Optional<Kind> refused(String name) {
        return isCalled(name) ? Optional.of(Kind.EXISTS) : Optional.empty();
    }

    /** How the machine that came out under this name began: with one empty disk. */
    MachineSight newborn(String name) {
        MachineSight made = new MachineSight(name);
        made.domain = machine(idOf(name)).domain;
        made.disks = new TreeMap<>(Map.of("vda", Map.of()));
        return made;
    }

    private static MachineSight machine(FakeHypervisor view, VirtualMachine machine) {
        FakeGuest guest = view.guest();
        MachineSight sight = new MachineSight(machine.displayName());
        sight.domain = machine.name();
        sight.state = machine.state();
        sight.disposable = machine.isDisposable();
        sight.uefi = machine.hardware().nvram().isPresent();
        sight.disks = new TreeMap<>(guest.disks(machine.id()));
        sight.shared = shared(view, machine.present());
        sight.variables = guest.variables(machine.id());
        sight.memory = guest.memory(machine.id());
        sight.install = machine.mark().install().state();
        sight.linkedTo = machine.mark().lineage().map(Link::of);
        sight.former = machine.mark().former().map(f -> former(view, f));
        sight.pinned = machine.mark().series().pinned().orElse(0);
        sight.golden.putAll(machine.mark().golden().stream()
                .collect(Collectors.toMap(GoldenVersion::number, GoldenVersion::snapshot)));
        sight.roles = new TreeMap<>(machine.mark().series().roles());
        sight.imageOnly = machine.isImageOnly();
        sight.told = machine.hardware().kernel().isPresent();
        for (Snapshot snapshot : References.snapshots(view, machine)) {
            SnapshotSight seen = snapshot(view, snapshot);
            sight.snapshots.put(snapshot.id(), sight.imageOnly ? seen.under(Optional.empty()) : seen);
            if (snapshot.current() && !sight.imageOnly) {
                sight.current = Optional.of(snapshot.id());
            }
        }
        return sight;
    }

    private static Map<String, Map<String, String>> shared(FakeHypervisor view, Hardware hardware) {
        Map<String, Map<String, String>> shared = new TreeMap<>();
        hardware.disks().stream()
                .filter(d -> d.isImage() && d.readOnly())
                .forEach(d ->
                        shared.put(d.target(), view.guest().content(d.source().orElseThrow())));
        return shared;
    }

    private static SnapshotSight snapshot(FakeHypervisor view, Snapshot snapshot) {
        Map<String, Map<String, String>> disks = new TreeMap<>();
        for (Disk disk : snapshot.hardware().writableDisks()) {
            disks.put(disk.target(), view.guest().content(disk.source().orElseThrow()));
        }
        Map<String, String> variables = References.variablesOf(view, snapshot)
                .map(path -> view.guest().ownContent(path))
                .orElse(Map.of());
        return new SnapshotSight(
                snapshot.name(),
                snapshot.note(),
                view.definitions().nameIn(snapshot.definition()),
                snapshot.parent(),
                disks,
                shared(view, snapshot.hardware()),
                variables,
                snapshot.memory().map(path -> view.guest().ownContent(path)),
                view.definitions().mark(snapshot.definition()).lineage().map(Link::of));
    }

    private static FormerSight former(FakeHypervisor view, FormerState former) {
        Map<String, Map<String, String>> disks = new TreeMap<>();
        former.disks().forEach((target, path) -> disks.put(target, view.guest().content(path)));
        Optional<Map<String, String>> variables = former.nvram()
                .map(path ->
                        view.volumes().find(path).isPresent() ? view.guest().ownContent(path) : Map.of());
        return new FormerSight(Link.of(former.lineage()), disks, variables);
    }

    Sight copy() {
        Sight copy = new Sight();
        machines.forEach((id, machine) -> copy.machines.put(id, machine.copy()));
        return copy;
    }

    MachineSight machine(MachineId id) {
        return Objects.requireNonNull(machines.get(id), () -> "no machine " + id);
    }

    boolean isCalled(String name) {
        return machines.values().stream().anyMatch(m -> (m.name.equals(name) && !m.imageOnly) || m.domain.equals(name));
    }

    MachineId idOf(String name) {
        return machines.entrySet().stream()
                .filter(e -> e.getValue().name.equals(name) && !e.getValue().imageOnly)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no machine called " + name));
    }

    boolean hasSnapshot(String name, String snapshot) {
        return called(name).filter(m -> m.hasSnapshot(snapshot)).isPresent();
    }

    /** The machine of this name. */
    Optional<MachineSight> called(String name) {
        return machines.values().stream()
                .filter(m -> m.name.equals(name) && !m.imageOnly)
                .findFirst();
    }

    /** Without what depends on the power: a crash in the middle may leave a machine stopped or paused. */
    Sight atRest() {
        Sight rest = copy();
        rest.machines.values().forEach(MachineSight::rest);
        return rest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sight sight && machines.equals(sight.machines);
    }

    @Override
    public int hashCode() {
        return machines.hashCode();
    }

    @Override
    public String toString() {
        return machines.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining("\n"));
    }
}
