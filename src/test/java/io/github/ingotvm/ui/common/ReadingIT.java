package io.github.ingotvm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Pages read again while they are shown, on the threads of the real window. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
@SuppressWarnings("NullAway.Init") // Set before each test.
class ReadingIT {
    private final Background background = new Background();
    private final MachineStore store = new MachineStore(new NoMachines());
    private final AtomicInteger count = new AtomicInteger();
    private final List<Integer> shown = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<CountDownLatch> held = new ConcurrentLinkedQueue<>();
    private Reading<Integer> reading;

    /** A host without any. */
    private static final class NoMachines implements MachineStore.Source {
        @Override
        public List<VirtualMachine> all() {
            return List.of();
        }

        @Override
        public Optional<VirtualMachine> one(MachineId id) {
            return Optional.empty();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        FxToolkit.registerPrimaryStage();
        Notices notices = new Notices();
        Tools tools = onWindow(() -> new Tools(background, new Works(background, notices), notices, new Sheets()));
        reading = onWindow(() -> new Reading<>(store, tools, Duration.millis(1), this::read, shown::add));
    }

    @AfterEach
    void end() {
        background.close();
        store.close();
    }

    private int read() {
        int mine = count.incrementAndGet();
        CountDownLatch latch = held.poll();
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return mine;
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private static void onWindow(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    /** Lets everything that was brought back to the window's thread so far be done. */
    private static void settle() {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(done::countDown);
        await().until(() -> done.getCount() == 0);
    }

    @Test
    void readsWhenItBeginsAndAfterSomethingHappened() {
        onWindow(reading::start);
        await().until(() -> shown.equals(List.of(1)));

        store.changed(new MachineId(new UUID(0, 1)));
        await().until(() -> shown.equals(List.of(1, 2)));
    }

    @Test
    void anEarlierReadingThatEndsLaterIsNotShown() {
        CountDownLatch slow = new CountDownLatch(1);
        held.add(slow);
        onWindow(reading::now);
        await().until(() -> count.get() == 1);
        onWindow(reading::now);
        await().until(() -> shown.equals(List.of(2)));

        slow.countDown();
        background.close(); // waits for it
        settle();

        assertThat(shown).containsExactly(2);
    }

    @Test
    void whatWasStoppedShowsNothing() {
        CountDownLatch slow = new CountDownLatch(1);
        held.add(slow);
        onWindow(reading::start);
        await().until(() -> count.get() == 1);

        onWindow(reading::stop);
        slow.countDown();
        background.close();
        settle();

        assertThat(shown).isEmpty();
    }
}
