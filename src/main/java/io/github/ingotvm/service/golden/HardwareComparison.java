package io.github.ingotvm.service.golden;

import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.GoldenComparison.Change;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Nic;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.work.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells in words how the hardware of two snapshots differs. What every machine has of its own (hardware addresses, files) does not count. */
final class HardwareComparison {
    private final Map<String, Volume> volumes;

    HardwareComparison(Map<String, Volume> volumes) {
        this.volumes = volumes;
    }

    List<Change> changes(Hardware from, Hardware to) {
        Map<String, String> before = facts(from);
        Map<String, String> after = facts(to);
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String what : all) {
            String then = before.getOrDefault(what, "");
            String now = after.getOrDefault(what, "");
            if (!then.equals(now)) {
                changes.add(new Change(what, then, now));
            }
        }
        return changes;
    }

    private Map<String, String> facts(Hardware hardware) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("memory", hardware.memory() / Resources.MIB + " MiB");
        facts.put("processors", Integer.toString(hardware.cpus()));
        facts.put("firmware", hardware.firmware().toString());
        hardware.disks().forEach(d -> facts.put(name(d), text(d)));
        for (int i = 0; i < hardware.nics().size(); i++) {
            Nic nic = hardware.nics().get(i);
            facts.put("network card " + (i + 1), nic.model() + ", " + nic.network());
        }
        return facts;
    }

    private static String name(Disk disk) {
        return switch (disk.device()) {
                    case DISK -> "disk ";
                    case CDROM -> "CD drive ";
                    case FLOPPY -> "floppy drive ";
                }
                + disk.target();
    }

    private String text(Disk disk) {
        if (disk.device() != Disk.Device.DISK) {
            return "there";
        }
        String size = disk.source()
                .map(volumes::get)
                .map(v -> v.capacity() / Resources.MIB + " MiB")
                .orElse("unknown size");
        return size + (disk.readOnly() ? ", read-only" : "");
    }
}
