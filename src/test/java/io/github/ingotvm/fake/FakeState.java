package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Capability;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The fake host: what stays when a client of it goes away or crashes. All of it is touched under one lock. */
public final class FakeState {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final Map<MachineId, FakeMachine> machines = new LinkedHashMap<>();
    final Map<String, FakeFile> files = new LinkedHashMap<>();
    final Map<String, FakePool> pools = new LinkedHashMap<>();
    final Set<Capability> capabilities = EnumSet.of(Capability.UEFI, Capability.PROTECT_LAYERS);
    final List<String> wiped = new CopyOnWriteArrayList<>();
    final String ownFolder;
    boolean down;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<FakeSubscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Queue<HypervisorEvent> pending = new ArrayDeque<>();
    private long ticks;

    public FakeState() {
        this("/fake/pools/ingot");
    }

    /** @param ownFolder where Ingot's own pool will be */
    public FakeState(String ownFolder) {
        this.ownFolder = ownFolder;
    }

    /** Paths of volumes that were overwritten with zeros, in that order. */
    public List<String> wiped() {
        return List.copyOf(wiped);
    }

    /** The same host at this moment, which goes its own way from now on. Nobody is connected to it. */
    public FakeState copy() {
        return locked(() -> {
            FakeState copy = new FakeState(ownFolder);
            machines.forEach((id, machine) -> copy.machines.put(id, machine.copy()));
            files.forEach((path, file) -> copy.files.put(path, file.copy()));
            pools.forEach((name, pool) -> copy.pools.put(name, pool.copy()));
            copy.capabilities.clear();
            copy.capabilities.addAll(capabilities);
            copy.wiped.addAll(wiped);
            copy.down = down;
            copy.ticks = ticks;
            return copy;
        });
    }

    /** Runs work on the host, then delivers the events it caused, outside of the lock. */
    <T> T call(Supplier<T> work) {
        boolean outermost = !lock.isHeldByCurrentThread();
        try {
            return locked(work);
        } finally {
            if (outermost) {
                deliver();
            }
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private void deliver() {
        Optional<HypervisorEvent> event = next();
        while (event.isPresent()) {
            HypervisorEvent happened = event.get();
            subscriptions.forEach(s -> s.deliver(happened));
            event = next();
        }
    }

    private Optional<HypervisorEvent> next() {
        return locked(() -> Optional.ofNullable(pending.poll()));
    }

    void subscribe(FakeSubscription subscription) {
        subscriptions.add(subscription);
    }

    void unsubscribe(FakeSubscription subscription) {
        subscriptions.remove(subscription);
    }

    void changed(MachineId id) {
        publish(new HypervisorEvent.MachineChanged(id));
    }

    void publish(HypervisorEvent event) {
        pending.add(event);
    }

    FakeMachine machine(MachineId id) {
        FakeMachine machine = machines.get(id);
        if (machine == null) {
            throw new HypervisorException(Kind.NOT_FOUND, "There is no virtual machine " + id + "; it was deleted.");
        }
        return machine;
    }

    FakeFile file(String path) {
        FakeFile file = files.get(path);
        if (file == null) {
            throw new HypervisorException(Kind.NOT_FOUND, "There is no volume " + path + "; it was deleted.");
        }
        return file;
    }

    /** A number that was never given before. */
    long tick() {
        ticks++;
        return ticks;
    }

    Instant now() {
        return START.plusSeconds(tick());
    }
}
