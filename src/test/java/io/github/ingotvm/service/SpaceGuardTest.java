package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.space.SpaceGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class SpaceGuardTest extends Workshop {
    private static final SpaceGuard.Limits LIMITS = SpaceGuard.Limits.DEFAULT;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final List<String> told = new ArrayList<>();
    private VirtualMachine vm;
    private SpaceGuard guard;

    @BeforeEach
    void aRunningMachine() {
        vm = machine("vm");
        start(vm);
        guard = services().guardSpace(executor, LIMITS, new SpaceGuard.Listener() {
            @Override
            public void paused(List<VirtualMachine> machines, long free) {
                machines.forEach(m -> told.add("paused " + m.displayName()));
            }

            @Override
            public void wentOn(List<VirtualMachine> machines) {
                machines.forEach(m -> told.add(m.displayName() + " went on"));
            }
        });
    }

    @AfterEach
    void end() {
        guard.close();
        executor.shutdownNow();
    }

    private PowerState stateWithFree(long bytes) {
        long used = fake.volumes().list().stream().mapToLong(Volume::allocation).sum();
        foreign.limitsPool(used + bytes);
        guard.look();
        return now(vm.id()).state();
    }

    @Test
    void pausesBeforeTheDiskIsFullAndGoesOnWhenThereIsRoom() {
        assertThat(stateWithFree(LIMITS.least())).isEqualTo(PowerState.RUNNING);
        assertThat(stateWithFree(LIMITS.least() - 1)).isEqualTo(PowerState.PAUSED);
        assertThat(stateWithFree(LIMITS.enough() - 1)).as("not at once").isEqualTo(PowerState.PAUSED);
        assertThat(stateWithFree(LIMITS.enough())).isEqualTo(PowerState.RUNNING);
        assertThat(told).containsExactly("paused vm", "vm went on");
    }

    @Test
    void whatSomebodyElsePausedStaysPaused() {
        services().power().pause(vm.id());
        assertThat(stateWithFree(0)).isEqualTo(PowerState.PAUSED);
        assertThat(stateWithFree(LIMITS.enough())).isEqualTo(PowerState.PAUSED);
        assertThat(told).isEmpty();
    }

    @Test
    void whoeverLetsAMachineGoOnIsNotOverruled() {
        assertThat(stateWithFree(0)).isEqualTo(PowerState.PAUSED);
        services().power().resume(vm.id());
        assertThat(stateWithFree(0)).isEqualTo(PowerState.RUNNING);
        assertThat(stateWithFree(LIMITS.enough())).isEqualTo(PowerState.RUNNING);
        assertThat(stateWithFree(0)).as("the next time").isEqualTo(PowerState.PAUSED);
    }

    @Test
    void aMachineThatStoppedInTheMiddleOfAWriteGoesOnToo() {
        foreign.stalls(vm.id());
        assertThat(stateWithFree(0)).isEqualTo(PowerState.PAUSED);
        assertThat(stateWithFree(LIMITS.enough())).isEqualTo(PowerState.RUNNING);
        assertThat(told).containsExactly("paused vm", "vm went on");
    }

    @Test
    void anotherDiskIsNobodysBusiness() {
        foreign.addsPool("other", "/elsewhere");
        assertThat(stateWithFree(LIMITS.enough())).isEqualTo(PowerState.RUNNING);
        assertThat(told).isEmpty();
    }
}
