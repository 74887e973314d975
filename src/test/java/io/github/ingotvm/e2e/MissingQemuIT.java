package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** QEMU is not there, or not any more. */
class MissingQemuIT {
    @Test
    void aHostWithoutQemuIsSaidWithWhatToInstallAndNothingIsMade() {
        try (World world = World.withoutQemu()) {
            assertThatExceptionOfType(IngotException.class)
                    .isThrownBy(() -> world.startInstalling("Hopeless", Firmware.BIOS))
                    .withMessageContaining("QEMU")
                    .withMessageContaining("install");
            assertThat(world.services().inventory().machines()).isEmpty();
            assertThat(world.files()).isEmpty();
        }
    }

    @Test
    void aMachineWhoseEmulatorIsGoneSaysSoAndKeepsEverything() throws IOException {
        try (World world = World.create()) {
            Path emulator = Files.writeString(
                    world.file("qemu-of-yesterday"), "#!/bin/sh\nexec /usr/bin/qemu-system-x86_64 \"$@\"\n");
            Files.setPosixFilePermissions(emulator, PosixFilePermissions.fromString("rwxr-xr-x"));
            MachineId id = world.machine("Left behind").id();
            String xml = world.virsh().run("dumpxml", "--inactive", id.toString());
            world.virsh().define(xml.replaceAll("<emulator>[^<]*</emulator>", "<emulator>" + emulator + "</emulator>"));
            assertThat(world.bootedSays(id).boots()).isEqualTo(1);

            Files.delete(emulator);

            assertThatExceptionOfType(IngotException.class)
                    .isThrownBy(() -> world.services().power().start(id))
                    .withMessageContaining(emulator.toString())
                    .withMessageContaining("install");
            assertThatExceptionOfType(IngotException.class)
                    .isThrownBy(() -> world.snapshot(id, "Not now"))
                    .withMessageContaining(emulator.toString())
                    .withMessageContaining("install");
            assertThat(world.snapshotNames(id)).containsExactly("Just Imported");
            assertThat(world.check()).isEmpty();

            world.virsh().define(xml);
            assertThat(world.bootedSays(id).boots()).isEqualTo(2);
        }
    }
}
