package io.github.ingotvm.osinfo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What systems have from those they derive from, are clones of, or came after. The nearest that says something counts, and of
 * those that are equally near, what a system derives from before what it is a clone of.
 */
final class Inheritance {
    private final Map<String, OsEntry> entries;

    Inheritance(Map<String, OsEntry> entries) {
        this.entries = entries;
    }

    /** Drivers stay from version to version, so everything along the line counts unless a nearer one takes it back. */
    Set<Device> devices(OsEntry os) {
        Map<Device, Boolean> said = new EnumMap<>(Device.class);
        for (OsEntry each : line(os, List.of(e -> e.derivesFrom, e -> e.clones))) {
            each.devices.forEach(said::putIfAbsent);
        }
        Set<Device> supported = EnumSet.noneOf(Device.class);
        said.forEach((device, is) -> {
            if (is) {
                supported.add(device);
            }
        });
        return supported;
    }

    /** Those of the nearest that says any: half of a young system's needs and half of an old one's would fit neither. */
    List<Needs> needs(OsEntry os) {
        return line(os, List.of(e -> e.derivesFrom, e -> e.clones, e -> e.upgrades)).stream()
                .map(Inheritance::ownNeeds)
                .filter(needs -> !needs.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Needs> ownNeeds(OsEntry os) {
        Needs any = os.needs.getOrDefault(Needs.ANY_ARCH, Needs.UNKNOWN);
        return os.needs.values().stream()
                .map(needs -> needs.orFrom(any))
                .filter(Needs::isSaid)
                .toList();
    }

    /** The system and its ancestors, the nearest first. */
    private List<OsEntry> line(OsEntry os, List<Function<OsEntry, List<String>>> relations) {
        List<OsEntry> line = new ArrayList<>(List.of(os));
        Set<String> seen = new HashSet<>(Set.of(os.id));
        for (int i = 0; i < line.size(); i++) {
            for (Function<OsEntry, List<String>> relation : relations) {
                for (String id : relation.apply(line.get(i))) {
                    OsEntry ancestor = entries.get(id);
                    if (ancestor != null && seen.add(id)) { // the database may go in circles
                        line.add(ancestor);
                    }
                }
            }
        }
        return line;
    }
}
