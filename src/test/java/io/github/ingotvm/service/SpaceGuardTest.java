package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.Failing;
import io.github.ingotvm.fake.Stumbling;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.space.SpaceGuard;
import io.github.ingotvm.service.work.LockFile;
import io.github.ingotvm.service.work.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
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
        executor.execute(() -> LockSupport.park(this)); // looks are the tests'
        vm = machine("vm");
        start(vm);
        guard = anIngot();
    }

    private SpaceGuard anIngot() {
        return services().guardSpace(executor, LIMITS, new SpaceGuard.Listener() {
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

    /** Ingot ends, however, and another one starts. */
    private void anotherIngot(Hypervisor hypervisor) {
        guard.close();
        use(hypervisor);
        guard = anIngot();
    }

    @AfterEach
    void end() {
        guard.close();
        executor.shutdownNow();
    }

    private PowerState stateWithFree(long bytes) {
        leaves(bytes);
        guard.look();
        return now(vm.id()).state();
    }

    private void leaves(long bytes) {
        long used = fake.volumes().list().stream()
                .filter(v -> v.pool().equals(Volumes.POOL))
                .mapToLong(Volume::allocation)
                .sum();
        foreign.limitsPool(used + bytes);
    }

    /** The first name is that of the machine there is. */
    private List<VirtualMachine> threeMachines() {
        VirtualMachine second = machine("vm2");
        VirtualMachine third = machine("vm3");
        start(second);
        start(third);
        return List.of(vm, second, third);
    }

    private static List<PowerState> states(Stream<VirtualMachine> machines) {
        return machines.map(VirtualMachine::state).toList();
    }

    private List<PowerState> states(List<VirtualMachine> machines) {
        return states(machines.stream().map(m -> now(m.id())));
    }

    private Hold hold() {
        return now(vm.id()).mark().hold();
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

    @Test
    void theNextIngotLetsGoOnWhatTheLastOnePaused() {
        List<VirtualMachine> machines = threeMachines();
        services().power().pause(machines.get(2).id()); // by somebody, for good
        stateWithFree(0);
        anotherIngot(fake);
        assertThat(stateWithFree(LIMITS.enough() - 1)).isEqualTo(PowerState.PAUSED);
        stateWithFree(LIMITS.enough());

        assertThat(states(machines)).containsExactly(PowerState.RUNNING, PowerState.RUNNING, PowerState.PAUSED);
        assertThat(machines)
                .allSatisfy(m -> assertThat(now(m.id()).mark().hold()).isEqualTo(Hold.NONE));
        assertThat(told).containsExactly("paused vm", "paused vm2", "vm went on", "vm2 went on");
    }

    @Test
    void anIngotThatStartsWhenThereIsRoomLetsThemGoOnAtOnce() {
        stateWithFree(0);
        leaves(LIMITS.enough());
        anotherIngot(fake);
        guard.look();
        assertThat(now(vm.id()).state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    void whatStalledWhileNoIngotWasThereGoesOn() {
        foreign.stalls(vm.id());
        anotherIngot(fake);
        assertThat(stateWithFree(LIMITS.enough())).isEqualTo(PowerState.RUNNING);
    }

    @Test
    void oneThatCannotBePausedOrGoOnKeepsNoneOfTheOthers() {
        List<VirtualMachine> machines = threeMachines();
        Stumbling second = new Stumbling(4, fake); // mark, pause, mark, pause
        anotherIngot(second.hypervisor());
        stateWithFree(0);
        assertThat(second.failed()).contains("Power.suspend");
        assertThat(states(machines)).containsExactly(PowerState.PAUSED, PowerState.RUNNING, PowerState.PAUSED);
        assertThat(told).as("what was done is told").containsExactly("paused vm", "paused vm3");
        assertThat(now(machines.get(1).id()).mark().hold()).isEqualTo(Hold.NONE);
        stateWithFree(0);
        assertThat(states(machines)).as("again, later").containsOnly(PowerState.PAUSED);

        Stumbling first = new Stumbling(1, fake);
        anotherIngot(first.hypervisor());
        stateWithFree(LIMITS.enough());
        assertThat(first.failed()).contains("Power.resume");
        assertThat(states(machines)).containsExactly(PowerState.PAUSED, PowerState.RUNNING, PowerState.RUNNING);
        guard.look();
        assertThat(states(machines)).as("again, later").containsOnly(PowerState.RUNNING);
    }

    @Test
    void oneWhoseMarkCannotBeWrittenIsPausedNeverthelessAndMarkedLater() {
        Failing failing = new Failing(fake);
        failing.fail("Machines.setMark", Kind.NO_SPACE);
        anotherIngot(failing.hypervisor());
        assertThat(stateWithFree(0)).isEqualTo(PowerState.PAUSED);
        failing.heal("Machines.setMark");
        guard.look();
        assertThat(hold()).isEqualTo(Hold.SPACE);

        failing.fail("Machines.setMark", Kind.FAILED);
        assertThat(stateWithFree(LIMITS.enough())).isEqualTo(PowerState.RUNNING);
        failing.heal("Machines.setMark");
        guard.look();
        assertThat(hold()).isEqualTo(Hold.NONE);
        assertThat(told).containsExactly("paused vm", "vm went on");
    }

    @Test
    void otherWorkOnAMachineIsNotWaitedFor() {
        LockFile.Held work = LockFile.in(folder, vm.id().toString()).hold();
        assertThat(stateWithFree(0)).isEqualTo(PowerState.PAUSED);
        fake.power().resume(vm.id()); // the work is done with it, say a snapshot
        assertThat(stateWithFree(0)).as("nobody decided that").isEqualTo(PowerState.PAUSED);
        work.close();
        guard.look();
        assertThat(hold()).isEqualTo(Hold.SPACE);
    }

    @Test
    void whatSomebodyDecidesIsNoLongerOurs() {
        stateWithFree(0);
        services().power().pause(vm.id());
        assertThat(hold()).isEqualTo(Hold.NONE);
        assertThat(stateWithFree(LIMITS.enough())).as("wanted so").isEqualTo(PowerState.PAUSED);

        services().power().resume(vm.id());
        stateWithFree(0);
        services().power().resume(vm.id());
        assertThat(hold()).isEqualTo(Hold.NONE);
        anotherIngot(fake);
        stateWithFree(LIMITS.enough());
        stateWithFree(0);
        services().power().forceOff(vm.id());
        assertThat(hold()).isEqualTo(Hold.NONE);
        assertThat(stateWithFree(LIMITS.enough())).isEqualTo(PowerState.OFF);
    }

    @Test
    void anotherToolMayDecideToo() {
        stateWithFree(0);
        fake.power().destroy(vm.id());
        assertThat(stateWithFree(0)).isEqualTo(PowerState.OFF);
        assertThat(hold()).as("a mark that stays would be believed one day").isEqualTo(Hold.NONE);

        fake.power().start(vm.id());
        stateWithFree(0);
        foreign.saves(vm.id()); // as the host does before it is switched off
        anotherIngot(fake);
        assertThat(stateWithFree(LIMITS.enough())).isEqualTo(PowerState.SAVED);
        assertThat(hold()).isEqualTo(Hold.SPACE);
        fake.power().start(vm.id()); // comes back as it was
        fake.power().suspend(vm.id());
        assertThat(stateWithFree(LIMITS.enough())).isEqualTo(PowerState.RUNNING);
        assertThat(hold()).isEqualTo(Hold.NONE);
    }

    @Test
    void aMachineOnTwoDisksWaitsForBoth() {
        foreign.addsPool("other", "/elsewhere");
        foreign.addsFile("/elsewhere/b.qcow2", "qcow2", Resources.GIB, Optional.empty());
        VirtualMachine both = machine("both");
        foreign.edits(both.id(), "disk.vdb.device", "DISK");
        foreign.edits(both.id(), "disk.vdb.source", "/elsewhere/b.qcow2");
        foreign.edits(both.id(), "disk.vdb.format", "qcow2");
        start(both);
        stateWithFree(0);
        foreign.limits("other", 0);
        guard.look();
        assertThat(now(both.id()).state()).isEqualTo(PowerState.PAUSED);
        stateWithFree(LIMITS.enough());
        assertThat(now(both.id()).state()).as("the other is full").isEqualTo(PowerState.PAUSED);
        foreign.limits("other", Resources.GIB);
        guard.look();
        assertThat(now(both.id()).state()).isEqualTo(PowerState.RUNNING);
    }
}
