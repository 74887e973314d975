package io.github.ingotvm.service.golden;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.Definitions;
import io.github.ingotvm.hypervisor.DriveChanges;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.GoldenSeries;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How clones shall receive the data disks of a machine or snapshot, looked at before it is written down.
 *
 * @param whose its name, for people
 */
public record DiskRoles(Definitions definitions, Hardware hardware, Definition definition, String whose) {
    /** All disks, shared ones too, but the first, which is the system's. */
    public static List<Disk> data(Hardware hardware) {
        return hardware.disks().stream()
                .filter(d -> d.device() == Disk.Device.DISK)
                .skip(1)
                .toList();
    }

    /** The data disk, or {@code NOT_FOUND}; {@code UNSUPPORTED} for the system's. */
    public Disk require(String target) {
        List<Disk> data = data(hardware);
        Optional<Disk> found =
                data.stream().filter(d -> d.target().equals(target)).findFirst();
        boolean system = found.isEmpty()
                && hardware.disks().stream().anyMatch(d -> d.target().equals(target) && d.device() == Disk.Device.DISK);
        if (system) {
            throw new IngotException(
                    Kind.UNSUPPORTED, target + " of " + whose + " is the disk of its system, not a data disk.");
        }
        return found.orElseThrow(() -> new IngotException(
                Kind.NOT_FOUND,
                whose + " has no data disk " + target
                        + (data.isEmpty()
                                ? "; it has none at all."
                                : "; it has " + data.stream().map(Disk::target).collect(Collectors.joining(", "))
                                        + ".")));
    }

    /**
     * Says these roles too.
     *
     * @param roles by drive targets
     * @throws IngotException {@code NOT_FOUND}, {@code UNSUPPORTED} for the system's disk, or to share one on a bus without read-only disks
     */
    public GoldenSeries saidIn(GoldenSeries series, Map<String, DiskRole> roles) {
        GoldenSeries said = series;
        for (Map.Entry<String, DiskRole> role : roles.entrySet()) {
            Disk disk = require(role.getKey());
            if (role.getValue() == DiskRole.SHARED) {
                requireShareable(disk);
            }
            said = said.withRole(role.getKey(), role.getValue());
        }
        return said;
    }

    /** Tells at once what every clone would be refused for. */
    private void requireShareable(Disk disk) {
        DriveChanges trial =
                DriveChanges.NONE.sharing(Map.of(disk.target(), disk.source().orElse("")));
        Object unused = definitions.edit(definition, DefinitionEdit.NONE.drives(trial));
    }
}
