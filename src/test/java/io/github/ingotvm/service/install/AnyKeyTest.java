package io.github.ingotvm.service.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.MachineSpec.Boot;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The key that Windows' discs ask for under UEFI. */
class AnyKeyTest {
    private static final int ENTER = 28;
    private static final Boot UEFI = Boot.uefi("/pool/vm.fd");

    private final FakeHypervisor fake = new FakeHypervisor();

    private VirtualMachine machine(Boot boot, String system, Install.State state) {
        Mark mark = Mark.NONE.with(new Install(state, 0, 1, true)).withOs(Optional.of(system));
        UUID uuid = UUID.randomUUID();
        MachineSpec spec = new MachineSpec(
                new MachineId(uuid),
                "vm-" + uuid,
                "",
                64L << 20,
                1,
                boot,
                Acceleration.TCG,
                List.of(),
                List.of(),
                GuestHardware.MODERN,
                OnReboot.RESTART,
                mark);
        MachineId id = fake.machines().define(fake.definitions().compose(spec));
        return fake.machines().find(id).orElseThrow();
    }

    private VirtualMachine windows() {
        return machine(UEFI, "win11", Install.State.INSTALLING);
    }

    @Test
    void isAskedForByWindowsUnderUefiWhileItInstalls() {
        assertThat(AnyKey.isAskedFor(windows())).isTrue();
        assertThat(AnyKey.isAskedFor(machine(Boot.BIOS, "win11", Install.State.INSTALLING)))
                .isFalse();
        assertThat(AnyKey.isAskedFor(machine(UEFI, "debian12", Install.State.INSTALLING)))
                .isFalse();
        assertThat(AnyKey.isAskedFor(machine(UEFI, "win11", Install.State.INSTALLED)))
                .isFalse();
    }

    @Test
    void isPressedUntilTheDiscHasHadItsChance() {
        VirtualMachine vm = windows();
        fake.power().start(vm.id());
        new AnyKey(fake.power(), Duration.ZERO).press(vm.id(), Progress.NONE);
        assertThat(fake.guest().keys(vm.id())).hasSizeGreaterThan(5).containsOnly(ENTER);
    }

    @Test
    void aMachineThatStoppedMeanwhileIsLeftAlone() {
        new AnyKey(fake.power(), Duration.ZERO).press(windows().id(), Progress.NONE);
    }

    @Test
    @Timeout(30)
    void nobodyWaitsForItWhoHasCancelledAndTheMachineRunsOn() {
        VirtualMachine vm = windows();
        fake.power().start(vm.id());
        AtomicInteger asked = new AtomicInteger();
        Progress cancelledWhileItRests = new Progress() {
            @Override
            public void report(double fraction, String doing) {}

            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > 2;
            }
        };
        new AnyKey(fake.power(), Duration.ofHours(1)).press(vm.id(), cancelledWhileItRests);
        assertThat(fake.guest().keys(vm.id())).isEmpty();
        assertThat(fake.machines().find(vm.id()).orElseThrow().state()).isEqualTo(PowerState.RUNNING);
    }
}
