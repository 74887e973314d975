package io.github.ingotvm.service.layers;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.work.OperationLock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A moment in which nothing is under way that could come to need a file: no work of any Ingot, and none that the hypervisor does for an Ingot
 * that died, for what will be in use after that cannot be seen before. The hypervisor is asked right before each try for the lock, and never
 * while it is held, for it may take its time to answer.
 */
public record QuietMoment(Hypervisor hypervisor, OperationLock lock) {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration WORK_ENDS = Duration.ofSeconds(30);

    /**
     * Runs work in such a moment.
     *
     * @param patience how long to wait for work to end, that of Ingots and that of the hypervisor
     * @return empty when there was none
     */
    public <T> Optional<T> within(Duration patience, Supplier<T> work) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> done =
                    hypervisor.power().busy().isEmpty() ? lock.aloneWithin(Duration.ZERO, work) : Optional.empty();
            if (done.isPresent() || System.nanoTime() >= end || !pause()) {
                return done;
            }
        }
    }

    /**
     * Waits for such a moment and runs work in it.
     *
     * @throws IngotException {@code WRONG_STATE} when the hypervisor is at work for half a minute, {@code CANCELLED}
     */
    public <T> T await(Supplier<T> work, Progress progress) {
        long end = System.nanoTime() + WORK_ENDS.toNanos();
        while (true) {
            Set<MachineId> busy = hypervisor.power().busy();
            Optional<T> done = busy.isEmpty() ? lock.aloneWithin(Duration.ZERO, work) : Optional.empty();
            if (done.isPresent()) {
                return done.get();
            }
            if (!busy.isEmpty() && System.nanoTime() > end) {
                throw atWork(busy.iterator().next());
            }
            progress.check();
            progress.report(
                    -1, busy.isEmpty() ? "Waiting for other work to end" : "Waiting for libvirt to end its work");
            if (!pause()) {
                throw new IngotException(Kind.CANCELLED, "Cancelled; nothing was removed.");
            }
        }
    }

    /** Whether to go on. */
    private static boolean pause() {
        LockSupport.parkNanos(LOOK.toNanos());
        return !Thread.currentThread().isInterrupted();
    }

    private IngotException atWork(MachineId id) {
        String who = hypervisor.machines().list().stream()
                .filter(m -> m.id().equals(id))
                .map(VirtualMachine::displayName)
                .findFirst()
                .orElse(id.toString());
        return new IngotException(
                Kind.WRONG_STATE,
                "Nothing was removed, because libvirt is at some work on " + who
                        + ", a snapshot or a migration; try again once that has ended.");
    }
}
