package io.github.ingotvm.e2e;

import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.machines.SerialPort;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/** A running demo guest, seen and typed to through its first serial port. */
final class Guest implements AutoCloseable {
    /** Emulated guests on a busy machine: long enough to never be the reason of a failure. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Services services;
    private final MachineId id;
    private final SerialPort port;
    private final StringBuilder rest = new StringBuilder();
    private final Deque<String> lines = new ArrayDeque<>();

    private Guest(Services services, MachineId id) {
        this.services = services;
        this.id = id;
        this.port = services.power().serial(id, this::heard);
    }

    /** Attaches to a machine that runs. */
    static Guest attach(Services services, MachineId id) {
        return new Guest(services, id);
    }

    private synchronized void heard(byte[] bytes) {
        rest.append(new String(bytes, StandardCharsets.ISO_8859_1));
        for (int end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
            lines.addLast(rest.substring(0, end).strip());
            rest.delete(0, end + 1);
        }
    }

    private synchronized Optional<Status> last() {
        return Optional.ofNullable(lines.peekLast()).flatMap(Status::parse);
    }

    private synchronized String said() {
        return String.join("\n", lines);
    }

    /** What the guest says next, or said last. */
    Status status() {
        return statusWhen(s -> true);
    }

    /** What the guest says once it is so. */
    Status statusWhen(Predicate<Status> so) {
        return await("the guest's word; so far it said:\n" + said())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(this::last, s -> s.filter(so).isPresent())
                .orElseThrow();
    }

    /** Writes to the guest's disk (and to its second one), this often. */
    Status edit(int times) {
        Status now = status();
        for (int i = 1; i <= times; i++) {
            int edits = now.edits() + 1;
            port.send("e");
            now = statusWhen(s -> s.edits() == edits);
        }
        return now;
    }

    /** Changes something in the guest's memory alone. */
    Status remember() {
        int ram = status().ram() + 1;
        port.send("m");
        return statusWhen(s -> s.ram() == ram);
    }

    /** Lets the guest restart its machine. */
    void restart() {
        port.send("r");
    }

    /** Lets the guest power itself off. */
    void beginPowerOff() {
        port.send("q");
    }

    /** The same, and waits until it has. */
    void powerOff() {
        beginPowerOff();
        awaitOff();
    }

    /** Waits until the machine is off, for whatever reason. */
    void awaitOff() {
        await("power off")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> services.inventory()
                        .find(id)
                        .map(VirtualMachine::state)
                        .filter(PowerState.OFF::equals)
                        .isPresent());
        close();
    }

    @Override
    public void close() {
        port.close();
    }
}
