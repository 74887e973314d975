package io.github.ingotvm.service.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // Set before each test.
class OperationLockTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final CountDownLatch end = new CountDownLatch(1);
    private OperationLock lock;
    private CompletableFuture<String> longWork;

    @BeforeEach
    void workIsUnderWay() throws InterruptedException {
        lock = new OperationLock(folder);
        CountDownLatch begun = new CountDownLatch(1);
        longWork = beside(() -> lock.shared(() -> {
            begun.countDown();
            return awaitEnd();
        }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void itEnds() {
        end.countDown();
        longWork.join();
    }

    private String awaitEnd() {
        try {
            end.await();
            return "ended";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> CompletableFuture<T> beside(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private static void isDoneSoon(CompletableFuture<?> work) {
        assertThat(work).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void whoWaitsForAQuietMomentHoldsUpNobody() {
        CompletableFuture<Optional<String>> waiting = beside(() -> lock.aloneWithin(LONG, () -> "alone"));
        for (int i = 0; i < 20; i++) {
            MachineId machine = new MachineId(new UUID(0, i));
            isDoneSoon(beside(() -> lock.shared(() -> "beside")));
            isDoneSoon(beside(() -> lock.onMachine(machine, () -> "on a machine")));
        }
        assertThat(waiting).isNotDone();
        end.countDown();
        assertThat(waiting).succeedsWithin(LONG).isEqualTo(Optional.of("alone"));
    }

    @Test
    void noMomentWithinThePatienceIsToldByNothingDone() {
        assertThat(lock.aloneWithin(Duration.ZERO, () -> "alone")).isEmpty();
        assertThat(lock.aloneWithin(Duration.ofMillis(30), () -> "alone")).isEmpty();
    }

    @Test
    void waitingForAQuietMomentSaysSoAndCanBeCancelled() {
        StringBuilder told = new StringBuilder();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String doing) {
                told.append(doing);
            }

            @Override
            public boolean isCancelled() {
                return !told.isEmpty();
            }
        };
        assertThatThrownBy(() -> lock.alone(progress, () -> "alone"))
                .isInstanceOfSatisfying(
                        IngotException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CANCELLED));
        assertThat(told).contains("Waiting for other work to end");
    }

    @Test
    void whatComesAfterwardsIsToldWhenTheOutermostWorkHasEnded() {
        StringBuilder told = new StringBuilder();
        lock.afterwards(() -> told.append("after "));
        MachineId machine = new MachineId(new UUID(0, 1));
        lock.onMachine(machine, () -> lock.shared(() -> lock.onMachine(machine, () -> told.append("within "))));
        assertThat(told).hasToString("within after ");
    }
}
