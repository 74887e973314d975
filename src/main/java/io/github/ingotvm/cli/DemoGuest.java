package io.github.ingotvm.cli;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.machines.SerialPort;
import java.time.Duration;
import java.util.function.Predicate;

/** A running demo guest, spoken with over its serial port. What it says is the proof of what is on its disk. */
final class DemoGuest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Cancellation cancellation;
    private final VirtualMachine machine;
    private final Cancellation.Inbox<String> lines;
    private final SerialPort port;

    DemoGuest(Session session, VirtualMachine machine) {
        this.cancellation = session.cancellation();
        this.machine = machine;
        this.lines = cancellation.new Inbox<String>();
        this.port = session.services().power().serial(machine.id(), new SerialLines(lines::put));
    }

    /** What the guest says of itself next. */
    DemoStatus status() {
        return await(any -> true);
    }

    /** Changes the guest so often; each edit is on its disk before the guest confirms it. */
    DemoStatus edit(int times) {
        DemoStatus now = status();
        for (int i = 0; i < times; i++) {
            int wanted = now.edits() + 1;
            port.send("e");
            now = await(s -> s.edits() == wanted);
        }
        return now;
    }

    private DemoStatus await(Predicate<DemoStatus> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String heard = "nothing";
        while (true) {
            String line = cancellation.next(lines, Duration.ofNanos(end - System.nanoTime()));
            if (line == null) {
                throw new IngotException(
                        Kind.FAILED,
                        "The guest of " + machine.displayName() + " did not answer as expected within "
                                + PATIENCE.toSeconds() + " s; it said: " + heard + ".");
            }
            heard = line;
            var status = DemoStatus.parse(line).filter(wanted);
            if (status.isPresent()) {
                return status.get();
            }
        }
    }

    @Override
    public void close() {
        port.close();
    }
}
