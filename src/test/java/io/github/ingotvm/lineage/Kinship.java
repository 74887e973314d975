package io.github.ingotvm.lineage;

import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Machines that came from each other, by name. */
final class Kinship {
    private static final Hardware HARDWARE =
            new Hardware(1L << 30, 1, Firmware.BIOS, Optional.empty(), Acceleration.TCG, List.of(), List.of());

    final List<VirtualMachine> machines = new ArrayList<>();
    final Map<MachineId, List<Snapshot>> snapshots = new HashMap<>();

    static MachineId id(String name) {
        return new MachineId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    Kinship machine(String name) {
        return add(name, Mark.NONE);
    }

    private Kinship add(String name, Mark mark) {
        machines.add(new VirtualMachine(
                id(name), name, "", PowerState.OFF, true, new Definition(""), HARDWARE, Optional.empty(), mark));
        return this;
    }

    Kinship snapshot(String machine, String name, Optional<String> parent) {
        snapshots
                .computeIfAbsent(id(machine), k -> new ArrayList<>())
                .add(new Snapshot(
                        new SnapshotId(name),
                        name,
                        "",
                        Instant.EPOCH,
                        parent.map(SnapshotId::new),
                        false,
                        Snapshot.Kind.EXTERNAL,
                        Snapshot.Consistency.OFF,
                        Optional.empty(),
                        new Definition(""),
                        HARDWARE));
        return this;
    }

    Kinship golden(String machine, String snapshot) {
        machines.replaceAll(m -> m.name().equals(machine) ? promoted(m, snapshot) : m);
        return this;
    }

    private static VirtualMachine promoted(VirtualMachine m, String snapshot) {
        GoldenVersion version = new GoldenVersion(
                m.mark().lastVersion() + 1, new SnapshotId(snapshot), "", "", Instant.EPOCH, List.of());
        return new VirtualMachine(
                m.id(),
                m.name(),
                m.title(),
                m.state(),
                m.persistent(),
                m.definition(),
                m.hardware(),
                m.live(),
                m.mark().with(m.mark().series().promoted(version)));
    }

    Kinship clone(String name, String source, String snapshot, boolean linked) {
        Lineage lineage =
                new Lineage(id(source), source, new SnapshotId(snapshot), snapshot, OptionalInt.empty(), linked);
        return add(name, Mark.NONE.with(lineage));
    }

    Forest forest(int stack, String... open) {
        return Forest.of(machines, snapshots, stack, Set.of(open));
    }

    Forest forest() {
        return forest(Integer.MAX_VALUE);
    }

    /** As lines, two blanks for each generation. */
    static String text(Forest forest) {
        StringBuilder text = new StringBuilder();
        forest.roots().forEach(r -> write(r, 0, text));
        return text.toString();
    }

    private static void write(Node node, int depth, StringBuilder text) {
        text.append("  ".repeat(depth))
                .append(Caption.of(node).title())
                .append(node.kin() == Kin.COPIED ? " (copy)" : "")
                .append('\n');
        node.children().forEach(c -> write(c, depth + 1, text));
    }
}
