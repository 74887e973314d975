package io.github.ingotvm.osinfo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    List<Needs> needs(OsEntry os) {
        Map<String, Needs> said = new LinkedHashMap<>();
        for (OsEntry each : line(os, List.of(e -> e.derivesFrom, e -> e.clones, e -> e.upgrades))) {
            each.needs.forEach((arch, needs) -> said.merge(arch, needs, Needs::orFrom));
        }
        Needs any = said.getOrDefault(Needs.ANY_ARCH, Needs.UNKNOWN);
        said.replaceAll((arch, needs) -> needs.orFrom(any));
        return List.copyOf(said.values());
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
