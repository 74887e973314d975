package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Power.StopReason;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One domain of the fake host. */
final class FakeMachine {
    final MachineId id;
    /** What it will be at its next start. */
    FakeDocument definition;
    /** What runs now. */
    @Nullable
    FakeDocument live;

    boolean persistent = true;
    PowerState active = PowerState.OFF;
    StopReason lastStop = StopReason.UNKNOWN;
    final Map<String, String> memory = new TreeMap<>();
    Optional<Map<String, String>> saved = Optional.empty();
    final Map<SnapshotId, FakeSnapshot> snapshots = new LinkedHashMap<>();
    Optional<SnapshotId> current = Optional.empty();

    boolean agent;
    boolean deafToShutdown;
    /** Paused by the hypervisor: its disk took no more. */
    boolean stalled;
    /** Whether the clipboard's channel is plugged in. */
    boolean clipboard;

    final List<Integer> keys = new ArrayList<>();

    @Nullable
    FakeSerialLine serial;

    final List<FakeScreen> screens = new ArrayList<>();
    int screensOpened;
    /** Whether the host is at some work on it that somebody asked for. */
    boolean worked;

    final FakeDisplay display = new FakeDisplay(1024, 768);

    FakeMachine(MachineId id, FakeDocument definition) {
        this.id = id;
        this.definition = definition;
    }

    PowerState state() {
        return active == PowerState.OFF && saved.isPresent() ? PowerState.SAVED : active;
    }

    boolean isActive() {
        return active.isActive();
    }

    /** What it is at this moment. */
    FakeDocument now() {
        FakeDocument running = live;
        return running == null ? definition : running;
    }

    String name() {
        return definition.name();
    }

    VirtualMachine view() {
        return new VirtualMachine(
                id,
                definition.name(),
                definition.title(),
                state(),
                persistent,
                definition.print(),
                definition.hardware(),
                Optional.ofNullable(live).map(FakeDocument::hardware),
                definition.mark());
    }

    /** The same machine on another host; nobody listens to its serial port there. */
    FakeMachine copy() {
        FakeMachine copy = new FakeMachine(id, definition.copy());
        FakeDocument running = live;
        copy.live = running == null ? null : running.copy();
        copy.persistent = persistent;
        copy.active = active;
        copy.lastStop = lastStop;
        copy.memory.putAll(memory);
        copy.saved = saved;
        copy.snapshots.putAll(snapshots);
        copy.current = current;
        copy.agent = agent;
        copy.deafToShutdown = deafToShutdown;
        copy.clipboard = clipboard;
        copy.stalled = stalled;
        copy.keys.addAll(keys);
        return copy;
    }
}
