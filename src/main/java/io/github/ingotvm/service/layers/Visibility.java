package io.github.ingotvm.service.layers;

import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Pool;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much of a host's storage a scan saw: what it did not see may stand on anything. */
public record Visibility(Scan scan) {
    /** Whether a file lies in the folder of a pool that is active: one that is not listed is not there then. */
    public static boolean isInActivePool(String path, Collection<Pool> pools) {
        return pools.stream()
                .anyMatch(pool -> pool.active()
                        && !pool.path().isEmpty()
                        && path.startsWith(pool.path() + "/")
                        && path.indexOf('/', pool.path().length() + 1) < 0);
    }

    /** Why it cannot be proved that a file is not needed, and what to do about it; empty when it can. */
    Optional<String> doubt() {
        return scan.pools().stream()
                .filter(p -> !p.active())
                .map(p -> "the storage pool " + p.name()
                        + " is not active, so its volumes cannot be seen; start that pool")
                .findFirst()
                .or(this::unseenImage);
    }

    /** An image that cannot be seen may stand on any of ours. */
    private Optional<String> unseenImage() {
        for (VirtualMachine machine : scan.machines()) {
            Optional<String> image = mayStand(machine).filter(this::isUnseen).findFirst();
            if (image.isPresent()) {
                return Optional.of("what the image " + image.get() + " of " + machine.displayName()
                        + " stands on cannot be seen; make its folder a storage pool");
            }
        }
        return Optional.empty();
    }

    /** The images that no pool knows: of machines, and those that volumes stand on. */
    Set<String> unseen() {
        return Stream.concat(
                        scan.machines().stream().flatMap(this::mayStand),
                        scan.volumes().values().stream().flatMap(v -> v.backing().stream()))
                .filter(this::isUnseen)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isUnseen(String path) {
        return !scan.volumes().containsKey(path) && !isInActivePool(path, scan.pools());
    }

    /** The images that may stand on others. */
    private Stream<String> mayStand(VirtualMachine machine) {
        Stream<Hardware> all = Stream.concat(
                Stream.concat(Stream.of(machine.hardware()), machine.live().stream()),
                scan.snapshotsOf(machine.id()).stream().map(Snapshot::hardware));
        return all.flatMap(h -> h.disks().stream())
                .filter(d -> !d.format().equals("raw"))
                .flatMap(d -> d.source().stream());
    }
}
