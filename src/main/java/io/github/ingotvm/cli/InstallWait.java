package io.github.ingotvm.cli;

import io.github.ingotvm.model.HypervisorEvent;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.InstallTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Follows an installation to its end, taking each step when it is time. Ctrl+C stops the following, not the installation. */
final class InstallWait {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Session session;

    InstallWait(Session session) {
        this.session = session;
    }

    /**
     * Waits until the installation has ended.
     *
     * @throws IngotException {@code NOT_FOUND} when the machine is deleted meanwhile, {@code WRONG_STATE} when it stops without having
     *     been installed
     */
    VirtualMachine follow(VirtualMachine machine) {
        Services services = session.services();
        InstallTracker tracker = services.installs();
        Instant began = Instant.now();
        var events = session.cancellation().new Inbox<HypervisorEvent>();
        Services.Watch watch = services.watch(events::put);
        try (ProgressBar progress = session.progress()) {
            while (true) {
                boolean wasOn =
                        services.inventory().require(machine.id()).state().isActive();
                tracker.settle(machine.id());
                VirtualMachine now = services.inventory().require(machine.id());
                if (!now.mark().install().isUnderWay()) {
                    return now;
                }
                // One that stopped only after settle() had looked at it is judged at the next round.
                if (!wasOn) {
                    requireGoingOn(now);
                }
                progress.report(-1, "Installing, " + Times.text(Duration.between(began, Instant.now())));
                next(events, now);
            }
        } finally {
            watch.close();
        }
    }

    private void next(Cancellation.Inbox<HypervisorEvent> events, VirtualMachine machine) {
        try {
            Optional<HypervisorEvent> first =
                    Optional.ofNullable(session.cancellation().next(events, TICK));
            while (first.isPresent()) {
                first = Optional.ofNullable(session.cancellation().next(events, Duration.ZERO));
            }
        } catch (IngotException e) {
            throw new IngotException(
                    Kind.CANCELLED,
                    "No longer waiting; the installation of " + machine.displayName()
                            + " goes on, and the window or the next command settles its end.",
                    e);
        }
    }

    private static void requireGoingOn(VirtualMachine machine) {
        if (machine.state() == PowerState.OFF || machine.state() == PowerState.CRASHED) {
            throw new IngotException(
                    Kind.WRONG_STATE,
                    machine.displayName()
                            + " stopped before anything was installed; `ingot start` tries again, `ingot installed` says that it is complete.");
        }
    }
}
