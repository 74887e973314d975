package io.github.ingotvm.ui;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Files dropped onto the real window. */
class DropIT extends OneWindowTest {
    private void drop(Path file, String onto) {
        try (FileManager manager = FileManager.with(rig().robot(), file)) {
            manager.dropOn(rig().robot().lookup(onto).query());
        }
    }

    @Test
    void beginsANewMachineFromADiscDroppedOnTheMachines() {
        foundry().machine("web");
        rig().shows("web");
        drop(foundry().disc("Debian 12.5.0 amd64 n"), ".grid-view");
        rig().shows("New virtual machine").shows("Debian 12").shows("Create");
    }

    @Test
    void takesAnImageDroppedOnThePageOfANewMachine() {
        Path image = foundry().image();
        rig().press(KeyCode.CONTROL, KeyCode.N).shows("Drop an ISO or a disk image here");
        drop(image, ".source-box");
        rig().shows("disk.qcow2").shows("Create");
    }

    @Test
    void refusesADroppedFileThatIsNeither() {
        rig().press(KeyCode.CONTROL, KeyCode.N).shows("Drop an ISO or a disk image here");
        drop(Path.of("/usr/bin/env"), ".source-box");
        rig().shows(
                        "/usr/bin/env is refused: it is no disk image that Ingot knows; qcow2, raw, vmdk, vdi, vhd and vhdx can be imported.");
    }
}
