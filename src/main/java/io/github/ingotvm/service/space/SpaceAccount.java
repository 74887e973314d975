package io.github.ingotvm.service.space;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SpaceReport;
import io.github.ingotvm.model.SpaceReport.OfMachine;
import io.github.ingotvm.model.SpaceReport.OfPool;
import io.github.ingotvm.model.SpaceReport.OfSnapshot;
import io.github.ingotvm.model.SpaceUse;
import io.github.ingotvm.model.SpaceUse.Kept;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.layers.Chain;
import io.github.ingotvm.service.layers.LayerGraph;
import io.github.ingotvm.service.layers.NamedFiles;
import io.github.ingotvm.service.layers.Removal;
import io.github.ingotvm.service.layers.Scan;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what machines, snapshots and pools take on the host's disk, and what would be freed by whose deletion. */
public final class SpaceAccount {
    /** Layers from which on people are told to compact: reading slows with each. */
    public static final int MANY_LAYERS = 20;

    private final Context context;

    public SpaceAccount(Context context) {
        this.context = context;
    }

    /** Looks at everything. */
    public SpaceReport report() {
        Scan scan = Scan.whole(context.hypervisor(), Progress.NONE);
        Account account = new Account(scan);
        List<OfMachine> machines = context.inventory().sorted(scan.machines()).stream()
                .map(account::machine)
                .toList();
        return new SpaceReport(machines, account.pools());
    }

    /** Files in the longest chain of a machine's disks; asks for those alone. */
    public int depth(MachineId id) {
        Chain chain = new Chain(context.hypervisor().volumes());
        return context.inventory().require(id).present().writableDisks().stream()
                .mapToInt(d -> chain.length(d.source().orElseThrow()))
                .max()
                .orElse(0);
    }

    /** From one look. A holder is a machine's present state, or a snapshot: who needs files. */
    private static final class Account {
        private final Scan scan;
        private final LayerGraph graph;
        private final Removal removal;
        private final Map<String, Integer> holders = new HashMap<>();
        private final Map<String, Set<MachineId>> machines = new HashMap<>();

        Account(Scan scan) {
            this.scan = scan;
            this.graph = new LayerGraph(scan);
            this.removal = new Removal(scan, graph);
            for (VirtualMachine machine : scan.machines()) {
                hold(machine, NamedFiles.roots(machine));
                scan.snapshotsOf(machine.id()).forEach(s -> hold(machine, graph.roots(s)));
                Set<String> rest = graph.neededBy(machine);
                rest.removeIf(p -> machines.getOrDefault(p, Set.of()).contains(machine.id()));
                hold(machine, rest); // golden versions whose snapshots' records are lost
            }
        }

        private void hold(VirtualMachine machine, Set<String> roots) {
            for (String path : closure(roots)) {
                holders.merge(path, 1, Integer::sum);
                machines.computeIfAbsent(path, p -> new HashSet<>()).add(machine.id());
            }
        }

        private Set<String> closure(Set<String> roots) {
            Set<String> all = new LinkedHashSet<>();
            roots.forEach(r -> all.addAll(graph.chain(r)));
            return all;
        }

        OfMachine machine(VirtualMachine machine) {
            Set<String> needed = graph.neededBy(machine);
            Set<MachineId> alone = Set.of(machine.id());
            List<String> mine =
                    needed.stream().filter(p -> alone.equals(machines.get(p))).toList();
            long own = size(mine.stream());
            boolean stoodOn = graph.ownImages(machine).stream()
                            .anyMatch(p -> machines.getOrDefault(p, Set.of()).size() > 1)
                    && !graph.dependants(machine).isEmpty();
            long freed = stoodOn ? 0 : removal.freed(mine);
            SpaceUse use = new SpaceUse(
                    own,
                    size(needed.stream()) - own,
                    freed,
                    kept(freed, needed, mine),
                    graph.fullSize(machine.hardware()));
            int depth = machine.hardware().writableDisks().stream()
                    .mapToInt(d -> graph.chain(d.source().orElseThrow()).size())
                    .max()
                    .orElse(0);
            List<OfSnapshot> snapshots = scan.snapshotsOf(machine.id()).stream()
                    .map(s -> snapshot(machine, s))
                    .toList();
            return new OfMachine(machine, use, depth, snapshots);
        }

        private OfSnapshot snapshot(VirtualMachine machine, Snapshot snapshot) {
            Set<String> needed = closure(graph.roots(snapshot));
            long own = size(NamedFiles.own(snapshot).stream());
            List<String> mine =
                    needed.stream().filter(p -> holders.getOrDefault(p, 0) == 1).toList();
            long freed = snapshot.kind() == Snapshot.Kind.EXTERNAL ? removal.freed(mine) : 0;
            Optional<GoldenVersion> golden = machine.mark().golden(snapshot.id());
            SpaceUse use = new SpaceUse(
                    own,
                    Math.max(0, size(needed.stream()) - own),
                    freed,
                    kept(freed, needed, mine),
                    graph.fullSize(snapshot.hardware()));
            return new OfSnapshot(snapshot.id(), snapshot.name(), golden, use);
        }

        /** @param mine of what it needs that which nothing else does */
        private Kept kept(long freed, Set<String> needed, List<String> mine) {
            if (freed > 0 || needed.isEmpty()) {
                return Kept.NOTHING;
            } else if (!removal.isPossible()) {
                return Kept.UNPROVED;
            }
            List<Volume> there = mine.stream()
                    .map(scan.volumes()::get)
                    .filter(Objects::nonNull)
                    .toList();
            boolean foreign = !there.isEmpty() && there.stream().noneMatch(VolumeNames::isOurs);
            return foreign ? Kept.FOREIGN : Kept.STOOD_ON;
        }

        private long size(Stream<String> paths) {
            return paths.map(scan.volumes()::get)
                    .filter(Objects::nonNull)
                    .mapToLong(Volume::allocation)
                    .sum();
        }

        List<OfPool> pools() {
            Map<String, Long> leftover = graph.unneeded().stream()
                    .collect(Collectors.groupingBy(Volume::pool, Collectors.summingLong(Volume::allocation)));
            Map<String, Long> used = scan.volumes().values().stream()
                    .collect(Collectors.groupingBy(Volume::pool, Collectors.summingLong(Volume::allocation)));
            return scan.pools().stream()
                    .filter(Pool::active)
                    .map(p -> new OfPool(p, used.getOrDefault(p.name(), 0L), leftover.getOrDefault(p.name(), 0L)))
                    .toList();
        }
    }
}
