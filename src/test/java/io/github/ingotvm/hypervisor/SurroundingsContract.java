package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.hypervisor.Events.Subscription;
import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.model.HypervisorEvent.MachineChanged;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Picture;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.SnapshotId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Promises of {@link Events}, {@link Screens}, {@link Host} and the connection itself. */
interface SurroundingsContract extends Contract {
    /** A second connection to the same host. */
    Hypervisor another();

    /** Subscribes, does it, and waits until the machine is said to have changed. */
    private void assertTells(MachineId id, Runnable change) {
        List<HypervisorEvent> heard = new CopyOnWriteArrayList<>();
        try (Subscription subscription = rig().hypervisor.events().subscribe(heard::add)) {
            assertThat(subscription).isNotNull();
            change.run();
            await().atMost(Contract.PATIENCE)
                    .untilAsserted(() -> assertThat(heard).contains(new MachineChanged(id)));
        }
    }

    @Test
    default void tellsThatAMachineAppeared() {
        String name = rig().unique("new");
        MachineSpec spec = rig().spec(name, List.of(rig().image()));

        assertTells(spec.id(), () -> rig().define(rig().hypervisor.definitions().compose(spec)));
    }

    @Test
    default void tellsThatAMachineStartedPausedWentOnAndStopped() {
        MachineId id = rig().off();

        assertTells(id, () -> rig().hypervisor.power().start(id));
        assertTells(id, () -> rig().hypervisor.power().suspend(id));
        assertTells(id, () -> rig().hypervisor.power().resume(id));
        assertTells(id, () -> rig().hypervisor.power().destroy(id));
    }

    @Test
    default void tellsThatAMachineWasRenamedOrMarked() {
        MachineId id = rig().off();

        assertTells(id, () -> rig().hypervisor.machines().rename(id, rig().unique("renamed")));
        assertTells(id, () -> rig().hypervisor.machines().setTitle(id, "A title"));
        assertTells(id, () -> rig().hypervisor.machines().setMark(id, Mark.NONE.withOs(Optional.of("os"))));
    }

    @Test
    default void tellsThatSnapshotsChanged() {
        MachineId id = rig().off();
        SnapshotId first = rig().snapshot(id, "first");

        assertTells(id, () -> rig().snapshot(id, "second"));
        assertTells(id, () -> rig().hypervisor.snapshots().describe(id, first, "renamed", ""));
        assertTells(id, () -> rig().hypervisor.snapshots().makeCurrent(id, first));
        assertTells(id, () -> rig().hypervisor.snapshots().forget(id, first));
    }

    @Test
    default void tellsThatAMachineWentAway() {
        MachineId id = rig().off();

        assertTells(id, () -> rig().hypervisor.machines().undefine(id));
    }

    @Test
    default void tellsWhatSomebodyElseDid() {
        MachineId id = rig().off();
        try (Hypervisor other = another()) {
            assertTells(id, () -> other.power().start(id));
        }
    }

    @Test
    default void letsAListenerCallBack() {
        MachineId id = rig().off();
        List<PowerState> seen = new CopyOnWriteArrayList<>();
        try (Subscription subscription = rig().hypervisor
                .events()
                .subscribe(e -> rig().hypervisor.machines().find(id).ifPresent(m -> seen.add(m.state())))) {
            assertThat(subscription).isNotNull();
            rig().hypervisor.power().start(id);

            await().atMost(Contract.PATIENCE)
                    .untilAsserted(() -> assertThat(seen).contains(PowerState.RUNNING));
        }
    }

    @Test
    default void endsASubscriptionAsOftenAsItIsClosed() {
        List<HypervisorEvent> heard = new CopyOnWriteArrayList<>();
        Subscription subscription = rig().hypervisor.events().subscribe(heard::add);

        subscription.close();
        subscription.close();

        MachineId id = rig().off();
        assertTells(id, () -> rig().hypervisor.machines().setTitle(id, "unheard"));
        assertThat(heard).isEmpty();
    }

    @Test
    default void showsTheScreenOfARunningMachine() {
        MachineId id = rig().running();

        await().atMost(Contract.PATIENCE)
                .until(() -> rig().hypervisor.screens().capture(id).isPresent());

        Picture picture = rig().hypervisor.screens().capture(id).orElseThrow();
        assertThat(picture.width()).isPositive();
        assertThat(picture.height()).isPositive();
        assertThat(picture.argb()).hasSize(picture.width() * picture.height());
    }

    @Test
    default void showsNothingOfAMachineThatIsOff() {
        assertThat(rig().hypervisor.screens().capture(rig().off())).isEmpty();
    }

    @Test
    default void knowsItsHost() {
        Host.Facts facts = rig().hypervisor.host().facts();

        assertThat(facts.version()).isNotBlank();
        assertThat(facts.cpus()).isPositive();
        assertThat(facts.memory()).isGreaterThan(64L << 20);
        assertThat(rig().hypervisor.uri()).contains("://");
    }

    @Test
    default void closesAConnectionWhileMachinesGoOn() {
        MachineId id = rig().off();
        Hypervisor other = another();
        other.power().start(id);

        other.close();
        other.close();

        assertThat(rig().machine(id).state()).isEqualTo(PowerState.RUNNING);
    }

    @Test
    default void doesNothingAfterItWasClosed() {
        Hypervisor other = another();
        other.close();

        assertRefused(Kind.DISCONNECTED, () -> other.machines().list());
    }
}
