package io.github.ingotvm.cli;

import io.github.ingotvm.model.FormerState;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Inventory;
import java.util.Collection;
import java.util.Optional;

/** A machine as JSON. */
final class MachineJson {
    private final Json json;
    private final Collection<VirtualMachine> all;

    /** @param all the machines of the connection, to tell which clones are behind their golden image */
    MachineJson(Json json, Collection<VirtualMachine> all) {
        this.json = json;
        this.all = all;
    }

    void write(VirtualMachine machine) {
        json.object(() -> fields(machine));
    }

    void fields(VirtualMachine machine) {
        json.field("id", machine.id().toString());
        json.field("name", machine.displayName());
        json.field("domain", machine.name());
        json.field("state", machine.state());
        json.field("persistent", machine.persistent());
        json.field("memory", machine.hardware().memory());
        json.field("cpus", machine.hardware().cpus());
        json.field("firmware", machine.hardware().firmware());
        json.field("acceleration", machine.hardware().acceleration());
        json.field("os", machine.mark().osId());
        json.field("install", machine.mark().install().state());
        json.array("golden", machine.mark().golden(), g -> json.object(() -> golden(machine, g)));
        machine.mark()
                .lineage()
                .ifPresentOrElse(l -> json.object("lineage", () -> lineage(machine, l)), () -> json.absent("lineage"));
        machine.mark()
                .former()
                .ifPresentOrElse(f -> json.object("former", () -> former(f)), () -> json.absent("former"));
    }

    private void former(FormerState former) {
        json.version("version", Optional.of(former.lineage()));
        json.field("snapshotName", former.lineage().snapshotName());
        json.field("left", former.left());
    }

    private void golden(VirtualMachine machine, GoldenVersion version) {
        json.field("version", version.number());
        json.field("current", machine.currentGolden().filter(version::equals).isPresent());
        json.field("snapshot", version.snapshot().value());
        json.field("note", version.note());
        json.field("promoted", version.promoted());
    }

    private void lineage(VirtualMachine machine, Lineage lineage) {
        json.field("source", lineage.source().toString());
        json.field("sourceName", lineage.sourceName());
        json.field("snapshot", lineage.snapshot().value());
        json.field("snapshotName", lineage.snapshotName());
        json.version("version", Optional.of(lineage));
        json.field("linked", lineage.linked());
        Optional<GoldenVersion> update = Inventory.update(machine, all);
        update.filter(g -> g.number() > lineage.version().orElse(0))
                .ifPresentOrElse(g -> json.field("newerVersion", g.number()), () -> json.absent("newerVersion"));
        update.ifPresentOrElse(g -> json.field("update", g.number()), () -> json.absent("update"));
    }

    /** Drives and network cards. */
    void devices(Hardware hardware) {
        json.field("nvram", hardware.nvram());
        json.array(
                "disks",
                hardware.disks(),
                d -> json.object(() -> {
                    json.field("target", d.target());
                    json.field("device", d.device());
                    json.field("source", d.source());
                    json.field("format", d.format());
                    json.field("readOnly", d.readOnly());
                }));
        json.array(
                "networkCards",
                hardware.nics(),
                n -> json.object(() -> {
                    json.field("mac", n.mac());
                    json.field("model", n.model());
                    json.field("network", n.network());
                }));
    }
}
