package io.github.ingotvm.service.machines;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.layers.LayerGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds which of several machines can be deleted together, and in which order. */
final class DeletionPlanner {
    private final Map<VirtualMachine, List<VirtualMachine>> dependants = new LinkedHashMap<>();
    private final List<DeletionPlan.Refused> refused = new ArrayList<>();

    DeletionPlanner(LayerGraph graph, List<VirtualMachine> machines) {
        machines.forEach(m -> dependants.put(m, graph.dependants(m)));
    }

    DeletionPlan plan(Lifecycle lifecycle) {
        // What stays keeps what it stands on, and that in turn what it stands on.
        for (List<DeletionPlan.Refused> now = refusals(); !now.isEmpty(); now = refusals()) {
            now.forEach(r -> dependants.remove(r.machine()));
            refused.addAll(now);
        }
        // Whatever stands on a machine has fewer standing on it than that.
        List<Deletion> possible = dependants.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> e.getValue().size()))
                .map(e -> lifecycle.deletion(e.getKey()))
                .toList();
        return new DeletionPlan(possible, refused);
    }

    private List<DeletionPlan.Refused> refusals() {
        Set<MachineId> going =
                dependants.keySet().stream().map(VirtualMachine::id).collect(Collectors.toSet());
        return dependants.keySet().stream()
                .flatMap(m -> refusal(m, going).stream())
                .toList();
    }

    private Optional<DeletionPlan.Refused> refusal(VirtualMachine machine, Set<MachineId> going) {
        List<VirtualMachine> left = Objects.requireNonNull(dependants.get(machine)).stream()
                .filter(d -> !going.contains(d.id()))
                .toList();
        return refusal(machine, left).map(why -> new DeletionPlan.Refused(machine, why, left));
    }

    private static String wayOut(VirtualMachine machine) {
        boolean keepable = machine.currentGolden().isPresent() && !machine.isImageOnly();
        return keepable
                ? "Delete it but keep its golden image, or delete the clones first, or replace them by full clones."
                : "Delete the clones first, or replace them by full clones.";
    }

    /** What speaks against deleting a machine alone. */
    static Optional<IngotException> refusal(VirtualMachine machine, List<VirtualMachine> dependants) {
        if (machine.state().isActive()) {
            return Optional.of(new IngotException(
                    Kind.WRONG_STATE, machine.displayName() + " is running; shut it down or force it off first."));
        } else if (dependants.isEmpty()) {
            return Optional.empty();
        }
        List<String> names =
                dependants.stream().map(VirtualMachine::displayName).toList();
        return Optional.of(new IngotException(
                Kind.IN_USE,
                machine.displayName() + " cannot be deleted: " + String.join(", ", names)
                        + (names.size() == 1 ? " stands" : " stand")
                        + " on its disks. " + wayOut(machine),
                names,
                null));
    }
}
