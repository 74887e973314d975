package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An installation ends well whether or not Ingot was there all the time. */
class InterruptedInstallIT {
    private World world;

    @BeforeEach
    void open() {
        world = World.create();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anInstallationThatEndsWhileIngotIsClosedIsCompletedAtTheNextStart() {
        VirtualMachine machine = world.startInstalling("Unattended", Firmware.BIOS);
        world.reopen();
        Awaitility.await("the installer's last reboot")
                .atMost(Guest.PATIENCE)
                .until(() -> world.require(machine.id()).state() == PowerState.OFF);
        assertThat(world.require(machine.id()).mark().install().state()).isEqualTo(Install.State.INSTALLING);
        assertThat(world.snapshotNames(machine.id())).isEmpty();

        world.reopen();
        world.letInstallationsEnd();

        isInstalled(machine);
    }

    @Test
    void anInstallationThatIngotLeftInTheMiddleIsFollowedByTheNextOne() {
        VirtualMachine machine = world.startInstalling("Restarted", Firmware.BIOS);
        assertThat(world.require(machine.id()).state()).isEqualTo(PowerState.RUNNING);

        world.reopen();
        world.letInstallationsEnd();

        isInstalled(machine);
    }

    private void isInstalled(VirtualMachine machine) {
        VirtualMachine now = world.require(machine.id());
        assertThat(now.mark().install().state()).isEqualTo(Install.State.INSTALLED);
        assertThat(world.snapshotNames(machine.id())).containsExactly("Just Installed");
        try (Guest guest = world.attach(machine.id())) {
            assertThat(guest.status().boots()).isEqualTo(1);
            guest.powerOff();
        }
        assertThat(world.check()).isEmpty();
    }
}
