package io.github.ingotvm.cli;

import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Waits until machines are where one wants them: told by events, ended by Ctrl+C. */
final class Waiting {
    private final Session session;

    Waiting(Session session) {
        this.session = session;
    }

    /** @throws IngotException {@code FAILED} naming those that are still on when the patience ends */
    void untilOff(List<VirtualMachine> machines, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Services services = session.services();
        Cancellation cancellation = session.cancellation();
        var events = cancellation.new Inbox<HypervisorEvent>();
        Services.Watch watch = services.watch(events::put);
        try (ProgressBar progress = session.progress()) {
            List<VirtualMachine> left = new ArrayList<>(machines);
            while (true) {
                left.removeIf(m -> isOff(m.id()));
                if (left.isEmpty()) {
                    return;
                }
                progress.report(-1, "Waiting for " + names(left) + " to shut down");
                Duration rest = Duration.ofNanos(end - System.nanoTime());
                if (rest.isNegative()) {
                    throw new IngotException(Kind.FAILED, stillOn(left, patience));
                }
                cancellation.next(events, rest);
            }
        } finally {
            watch.close();
        }
    }

    private static String stillOn(List<VirtualMachine> left, Duration patience) {
        return names(left) + (left.size() == 1 ? " has" : " have") + " not shut down within " + patience.toSeconds()
                + " s; `ingot kill` forces it.";
    }

    private static String names(List<VirtualMachine> machines) {
        return String.join(
                ", ", machines.stream().map(VirtualMachine::displayName).toList());
    }

    // A machine that is gone, as transient ones are when they stop, is off too.
    private boolean isOff(MachineId id) {
        Optional<VirtualMachine> now = session.services().inventory().find(id);
        return now.filter(m -> m.state().isActive()).isEmpty();
    }
}
