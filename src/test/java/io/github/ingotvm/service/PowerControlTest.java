package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import org.junit.jupiter.api.Test;

class PowerControlTest extends Workshop {
    @Test
    void startsACrashedMachineAnew() {
        VirtualMachine vm = machine("vm");
        start(vm);
        guest.remembers(vm.id(), "tab", "open");
        foreign.crashes(vm.id());

        start(vm);

        assertThat(now(vm.id()).state()).isEqualTo(PowerState.RUNNING);
        assertThat(guest.memory(vm.id())).isEmpty();
    }

    @Test
    void goesOnWithAPausedMachine() {
        VirtualMachine vm = machine("vm");
        start(vm);
        guest.remembers(vm.id(), "tab", "open");
        services().power().pause(vm.id());

        start(vm);

        assertThat(now(vm.id()).state()).isEqualTo(PowerState.RUNNING);
        assertThat(guest.memory(vm.id())).containsEntry("tab", "open");
    }
}
