package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A golden image leaves in a file, everything of it is deleted, and it comes back from the file. */
class ExportIT {
    private World world;

    @BeforeEach
    void open() {
        world = World.create();
        assumeTrue(world.services().host().uefi(), "this host has no UEFI firmware for machines");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aGoldenImageComesBackFromItsExport() {
        MachineId id = world.install("Modern", Firmware.UEFI).id();
        try (Guest guest = world.attach(id)) {
            guest.edit(2);
            guest.powerOff();
        }
        world.services().golden().promote(id, world.snapshot(id, "Before").id(), "");
        try (Guest guest = world.boot(id)) {
            assertThat(guest.statusWhen(s -> s.nvram().isPresent()).nvram()).hasValue(2);
            guest.edit(3);
            guest.powerOff();
        }
        Snapshot tuned = world.snapshot(id, "Tuned");
        GoldenVersion version = world.services().golden().promote(id, tuned.id(), "all we need");
        world.services().versions().describe(id, "Standard", "for everybody");
        Path file = world.file("standard.ova");

        world.services().exporter().export(id, version.number(), file, false, Progress.NONE);

        aStrangerReadsIt(file, tuned.hardware().writableDisks().get(0).source().orElseThrow());
        world.deleteEverything();
        assertThat(world.files()).isEmpty();

        VirtualMachine image = world.services().importer().importGolden(file, Optional.empty(), Progress.NONE);

        assertThat(image.displayName()).isEqualTo("Standard");
        assertThat(image.mark().series().note()).isEqualTo("for everybody");
        assertThat(image.mark().golden())
                .extracting(GoldenVersion::number, GoldenVersion::note, GoldenVersion::promoted)
                .containsExactly(tuple(2, "all we need", version.promoted()));
        Status said = world.bootedSays(world.clones(image.id(), "clone").get(0).id());
        assertThat(said.edits()).isEqualTo(5);
        assertThat(said.nvram()).as("the exported variables, counted on").hasValue(3);
        assertThat(world.check()).isEmpty();
    }

    /** As somebody without Ingot would look at it. */
    private void aStrangerReadsIt(Path file, String layer) {
        Path folder = Folders.create("unpacked");
        try {
            Command.run(List.of("tar", "-xf", file.toString(), "-C", folder.toString()));
            String check = "cd \"$1\" && sed 's/^SHA256(\\(.*\\))= /SHA256 (\\1) = /' standard-v2.mf | sha256sum -c";
            Command.run(List.of("sh", "-c", check, "sh", folder.toString()));
            String disk = folder.resolve("standard-v2-vda.vmdk").toString();
            Command.run(List.of("qemu-img", "check", disk));
            Command.run(List.of("qemu-img", "compare", "-U", "-f", "qcow2", "-F", "vmdk", layer, disk));
        } finally {
            Folders.delete(folder);
        }
    }
}
