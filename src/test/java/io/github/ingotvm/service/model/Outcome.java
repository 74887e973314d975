package io.github.ingotvm.service.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came out, told by names alone: two ways to the same end have other ids. */
final class Outcome {
    /** Such snapshots are taken on the way to something else; another try takes another. */
    private static final String BY_THE_WAY = "Before cloning";

    private Outcome() {}

    static Map<String, Object> of(Sight sight) {
        Map<String, Object> outcome = new TreeMap<>();
        sight.atRest()
                .machines
                .values()
                .forEach(m -> outcome.put(m.name + (m.imageOnly ? " (golden image)" : ""), of(m)));
        return outcome;
    }

    private static List<Object> of(MachineSight machine) {
        Map<String, Object> snapshots = new TreeMap<>();
        machine.snapshots.values().stream()
                .filter(s -> !s.name().startsWith(BY_THE_WAY))
                .forEach(s -> snapshots.put(s.name(), List.of(s.note(), s.disks(), s.variables(), s.memory())));
        Map<Integer, String> golden = machine.golden.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> machine.snapshot(e.getValue()).name()));
        Optional<String> current =
                machine.current.map(id -> machine.snapshot(id).name()).filter(name -> !name.startsWith(BY_THE_WAY));
        boolean byTheWay =
                machine.snapshots.values().stream().anyMatch(s -> s.name().startsWith(BY_THE_WAY));
        return List.of(
                machine.content(),
                machine.uefi,
                machine.install,
                golden,
                snapshots,
                byTheWay ? Optional.empty() : current);
    }
}
