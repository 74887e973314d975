package io.github.ingotvm.service.model;

import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.SnapshotId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What people can see of a machine. */
final class MachineSight {
    private static final Map<String, String> FRESH_VARIABLES = Map.of("template", "OVMF");

    String name;
    String domain;
    PowerState state = PowerState.OFF;
    boolean uefi;
    Map<String, Map<String, String>> disks = new TreeMap<>();
    /** What is on the disks that it only reads. */
    Map<String, Map<String, String>> shared = new TreeMap<>();

    Map<String, String> variables = Map.of();
    Map<String, String> memory = Map.of();
    Install.State install = Install.State.NONE;
    Optional<Link> linkedTo = Optional.empty();
    Optional<FormerSight> former = Optional.empty();
    final Map<Integer, SnapshotId> golden = new TreeMap<>();
    final Map<SnapshotId, SnapshotSight> snapshots = new LinkedHashMap<>();
    Optional<SnapshotId> current = Optional.empty();
    /** What a managed save keeps, the highest version number ever, and so on: known, but not seen. */
    Map<String, String> saved = Map.of();

    int lastVersion;

    /** The version made current by hand; 0 when the newest is. */
    int pinned;

    boolean disposable;
    boolean autoSnapshot;

    /** How clones of its golden image receive its data disks, where not linked. */
    Map<String, DiskRole> roles = Map.of();

    /** Whether only its golden image is left. */
    boolean imageOnly;

    boolean stoppedByGuest;

    /** Whether it boots an installer that was told its answers. */
    boolean told;

    MachineSight(String name) {
        this.name = name;
        this.domain = name;
    }

    boolean isActive() {
        return state.isActive();
    }

    void off() {
        state = PowerState.OFF;
        memory = Map.of();
    }

    /** Stops, unless it is off already. */
    void stop(boolean byGuest) {
        if (isActive()) {
            stoppedByGuest = byGuest;
        }
        off();
    }

    /** What everything is answered with that only a machine that is on can do. */
    Optional<Kind> refusedUnlessActive() {
        return isActive() ? Optional.empty() : Optional.of(Kind.WRONG_STATE);
    }

    /** Whether the installer has written its system and come to its end. */
    boolean hasEndedInstalling() {
        return install == Install.State.INSTALLING
                && state == PowerState.OFF
                && stoppedByGuest
                && disks.getOrDefault("vda", Map.of()).containsKey("system");
    }

    /** What its installer was given goes, and what it made is kept. */
    void endInstalling(Sight after, MachineId id) {
        if (autoSnapshot && !hasSnapshot("Just Installed")) {
            SnapshotSight installed = freeze("Just Installed", false);
            freeze(after.machine(id).snapshotCalled("Just Installed"), installed);
        }
        install = Install.State.INSTALLED;
        told = false;
    }

    /** Starts afresh. */
    void start() {
        run(Map.of());
    }

    /** Goes on with this in memory. */
    void run(Map<String, String> withMemory) {
        state = PowerState.RUNNING;
        memory = withMemory;
        if (uefi && variables.isEmpty()) {
            variables = FRESH_VARIABLES;
        }
    }

    /** Its machine goes, and with it every snapshot that is no version. */
    void leaveImageOnly() {
        imageOnly = true;
        disks = new TreeMap<>();
        shared = new TreeMap<>();
        former = Optional.empty();
        current = Optional.empty();
        snapshots.keySet().retainAll(golden.values());
        snapshots.replaceAll((id, s) -> s.under(Optional.empty()));
    }

    /** What a snapshot taken now would hold. */
    SnapshotSight freeze(String called, boolean withMemory) {
        return new SnapshotSight(
                called,
                "",
                domain,
                current,
                disks,
                shared,
                variables,
                withMemory ? Optional.of(memory) : Optional.empty(),
                linkedTo);
    }

    /** Puts a snapshot under this id; the machine goes on from it. */
    void freeze(SnapshotId id, SnapshotSight snapshot) {
        snapshots.put(id, snapshot);
        current = Optional.of(id);
    }

    SnapshotSight snapshot(SnapshotId id) {
        return Objects.requireNonNull(snapshots.get(id), () -> "no snapshot " + id);
    }

    SnapshotId snapshotCalled(String called) {
        return snapshots.entrySet().stream()
                .filter(e -> e.getValue().name().equals(called))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no snapshot called " + called));
    }

    Map<String, String> disk(String target) {
        return Objects.requireNonNull(disks.get(target));
    }

    Optional<SnapshotId> currentGolden() {
        return Optional.ofNullable(golden.get(pinned))
                .or(() -> golden.keySet().stream().max(Integer::compare).map(this::goldenSnapshot));
    }

    OptionalInt versionOf(SnapshotId snapshot) {
        return golden.entrySet().stream()
                .filter(e -> e.getValue().equals(snapshot))
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    SnapshotId goldenSnapshot(int version) {
        return Objects.requireNonNull(golden.get(version));
    }

    /** Gives a clone what it finds on its disks, of a snapshot of this machine. */
    void give(MachineSight clone, SnapshotId snapshot, boolean full) {
        SnapshotSight mould = snapshot(snapshot);
        Map<String, Map<String, String>> all = new TreeMap<>(mould.disks());
        all.putAll(mould.shared());
        clone.disks = new TreeMap<>();
        clone.shared = new TreeMap<>();
        all.forEach((target, content) -> {
            DiskRole unsaid = mould.shared().containsKey(target) ? DiskRole.SHARED : DiskRole.LINKED;
            DiskRole role = versionOf(snapshot).isPresent() ? roles.getOrDefault(target, DiskRole.LINKED) : unsaid;
            boolean reads = role == DiskRole.SHARED && !full;
            (reads ? clone.shared : clone.disks).put(target, role == DiskRole.EMPTY ? Map.of() : content);
        });
        clone.variables = mould.variables();
    }

    boolean hasSnapshot(String called) {
        return snapshots.values().stream().anyMatch(s -> s.name().equals(called));
    }

    /** Forgets all that power has to do with. The variables too: they come into being at a start. */
    void rest() {
        off();
        variables = atRest(variables);
        former = former.map(
                f -> new FormerSight(f.link(), f.disks(), f.variables().map(MachineSight::atRest)));
    }

    private static Map<String, String> atRest(Map<String, String> all) {
        return all.equals(FRESH_VARIABLES) ? Map.of() : all;
    }

    MachineSight copy() {
        MachineSight copy = new MachineSight(name);
        copy.domain = domain;
        copy.state = state;
        copy.uefi = uefi;
        copy.disks = disks;
        copy.shared = shared;
        copy.variables = variables;
        copy.memory = memory;
        copy.install = install;
        copy.linkedTo = linkedTo;
        copy.former = former;
        copy.golden.putAll(golden);
        copy.snapshots.putAll(snapshots);
        copy.current = current;
        copy.saved = saved;
        copy.lastVersion = lastVersion;
        copy.pinned = pinned;
        copy.disposable = disposable;
        copy.autoSnapshot = autoSnapshot;
        copy.imageOnly = imageOnly;
        copy.roles = roles;
        copy.stoppedByGuest = stoppedByGuest;
        copy.told = told;
        return copy;
    }

    /** What the machine is now, without its snapshots, its marks and its name. */
    List<Object> content() {
        return List.of(disks, shared, variables);
    }

    private List<Object> all() {
        return List.of(
                name,
                state,
                uefi,
                disks,
                shared,
                variables,
                memory,
                install,
                linkedTo,
                former,
                golden,
                pinned,
                imageOnly,
                roles,
                Map.copyOf(snapshots),
                current,
                disposable,
                told);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MachineSight machine && all().equals(machine.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                name + " (" + domain + ") " + state + " disks " + disks + " shared " + shared + " variables "
                        + variables + " memory " + memory + " " + install + " golden " + golden + " from " + linkedTo
                        + " before " + former
                        + " current " + current + (disposable ? " disposable" : "") + (imageOnly ? " image only" : ""));
        snapshots.forEach(
                (id, s) -> text.append("\n    ").append(id).append(' ').append(s));
        return text.toString();
    }
}
