package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Consoles;
import io.github.ingotvm.hypervisor.Definitions;
import io.github.ingotvm.hypervisor.Events;
import io.github.ingotvm.hypervisor.Host;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.Machines;
import io.github.ingotvm.hypervisor.Merging;
import io.github.ingotvm.hypervisor.Power;
import io.github.ingotvm.hypervisor.Screens;
import io.github.ingotvm.hypervisor.Snapshots;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Picture;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A client's view of a {@link FakeState}. What it does stays in the state: a new view over the same state is Ingot started again.
 * {@link #guest()} and {@link #foreign()} let tests play the guests and everybody else on the host.
 */
public final class FakeHypervisor implements Hypervisor {
    private final FakeConnection connection;
    private final FakeState state;

    /** A new empty host; events are delivered by the thread that causes them, before its call returns. */
    public FakeHypervisor() {
        this(new FakeState());
    }

    public FakeHypervisor(FakeState state) {
        this(state, Runnable::run);
    }

    /** @param events delivers the events */
    public FakeHypervisor(FakeState state, Executor events) {
        this.state = state;
        this.connection = new FakeConnection(state, events);
    }

    /** What stays when this view is gone. */
    public FakeState state() {
        return state;
    }

    /** Plays the guests. */
    public FakeGuest guest() {
        return new FakeGuest(state);
    }

    /** Plays other tools, other people and the host itself. */
    public Foreign foreign() {
        return new Foreign(state);
    }

    @Override
    public String uri() {
        return "fake:///session";
    }

    @Override
    public Host host() {
        return () -> connection.get(() -> new Host.Facts(
                "Fake 1.0",
                "x86_64",
                4,
                16L << 30,
                Acceleration.TCG,
                "This computer cannot run machines at full speed, so they are emulated.",
                true,
                state.capabilities));
    }

    @Override
    public Machines machines() {
        return new FakeMachines(connection);
    }

    @Override
    public Power power() {
        return new FakePower(connection);
    }

    @Override
    public Definitions definitions() {
        return new FakeDefinitions(state);
    }

    @Override
    public Snapshots snapshots() {
        return new FakeSnapshots(connection);
    }

    @Override
    public Volumes volumes() {
        return new FakeVolumes(connection);
    }

    @Override
    public Merging merging() {
        return new FakeMerging(connection);
    }

    @Override
    public Events events() {
        return listener -> {
            FakeSubscription subscription = new FakeSubscription(state, connection.events, listener);
            connection.add(subscription);
            return subscription;
        };
    }

    @Override
    public Screens screens() {
        return id -> connection.get(() -> {
            FakeMachine machine = state.machines.get(id);
            return machine == null || !machine.isActive()
                    ? Optional.<Picture>empty()
                    : Optional.of(picture(id, 64, 48));
        });
    }

    @Override
    public Consoles consoles() {
        return consoles(FakeHypervisor::picture);
    }

    /** Screens that show pictures of the test's own. */
    public Consoles consoles(FakeConsoles.Painter painter) {
        return new FakeConsoles(connection, painter);
    }

    private static Picture picture(MachineId id, int width, int height) {
        int[] argb = new int[width * height];
        Arrays.fill(argb, 0xFF000000 | (id.hashCode() & 0xFFFFFF));
        return new Picture(width, height, argb);
    }

    @Override
    public void close() {
        connection.close();
    }
}
