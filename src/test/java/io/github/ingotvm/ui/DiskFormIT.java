package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.DataDisk;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Data disks in a machine's properties, in the real window. */
class DiskFormIT extends OneWindowTest {
    private List<DataDisk> disks(VirtualMachine machine) {
        return foundry().services().disks().of(machine.id());
    }

    @Test
    void addsADiskSaysWhatClonesGetAndRemovesItWithUndo() {
        VirtualMachine machine = foundry().machine("mould");
        rig().shows("mould").click("mould").press(KeyCode.ALT, KeyCode.ENTER).shows("Data disks");
        rig().click("Add Disk…")
                .shows("Add a disk")
                .type("2 GiB")
                .press(KeyCode.ENTER)
                .shows("vdb");
        assertThat(disks(machine)).extracting(DataDisk::capacity).containsExactly(2L << 30);

        foundry()
                .services()
                .golden()
                .promote(machine.id(), foundry().snapshot(machine, "One", "").id(), "");
        rig().shows("Clones get").click("a linked copy").click("the same disk, read-only");
        rig().until(() -> disks(machine).get(0).role() == DiskRole.SHARED);

        rig().tool("Remove vdb")
                .shows("Removed the disk vdb of “mould”.")
                .click("Undo")
                .shows("vdb");
        rig().tool("Remove vdb").dismissNotices().until(() -> disks(machine).isEmpty());
    }

    @Test
    void addsADiskWhileTheMachineRuns() {
        VirtualMachine machine = foundry().machine("mould");
        foundry().services().power().start(machine.id());
        rig().shows("mould").click("mould").press(KeyCode.ALT, KeyCode.ENTER).shows("Data disks");
        rig().click("Add Disk…").shows("Add a disk").press(KeyCode.ENTER).shows("vdb");
        assertThat(disks(machine)).hasSize(1);
    }

    @Test
    void thePromotionSaysWhatClonesGet() {
        VirtualMachine machine = foundry().machine("mould");
        foundry().services().disks().add(machine.id(), 1 << 30);
        foundry().snapshot(machine, "One", "");
        rig().shows("mould").click("mould").press(KeyCode.ALT, KeyCode.ENTER).shows("Data disks");
        rig().click("Snapshots")
                .shows("One")
                .rightClick("One")
                .click("Promote to Golden…")
                .shows("What clones get of its data disks:");
        rig().click("a linked copy").click("an empty disk").click("Promote").shows("“One” is golden image v1.");
        assertThat(foundry().services().disks().ofGolden(machine.id()))
                .extracting(DataDisk::role)
                .containsExactly(DiskRole.EMPTY);
    }

    @Test
    void aGoldenImageSaysWhatClonesGet() {
        VirtualMachine machine = foundry().machine("mould");
        foundry().services().disks().add(machine.id(), 1 << 30);
        foundry()
                .services()
                .golden()
                .promote(machine.id(), foundry().snapshot(machine, "One", "").id(), "");
        rig().click("Golden images").shows("mould").rightClick("mould").click("Data Disks…");
        rig().shows("Data disks of “mould”").click("a linked copy").click("an empty disk");
        rig().click("Save");
        rig().until(() -> disks(machine).get(0).role() == DiskRole.EMPTY);
    }
}
