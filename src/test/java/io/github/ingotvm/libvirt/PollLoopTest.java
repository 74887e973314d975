package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollLoopTest {
    private static final byte[] ONE = {1, 0, 0, 0, 0, 0, 0, 0};
    private static final int NONBLOCK = 0x800;

    /** A loop never ends, so what C calls of it must not go either: neither may be collected with its test. */
    private static final List<PollLoopTest> FOR_GOOD = new ArrayList<>();

    private final PollLoop loop = new PollLoop();
    private final int fd = Libc.X.eventfd(0, NONBLOCK);
    private final Queue<Integer> told = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> rung = new ConcurrentLinkedQueue<>();
    private final List<Integer> timers = new ArrayList<>();
    private final Queue<String> freed = new ConcurrentLinkedQueue<>();

    // Held here: C calls them.
    private final OnHandle onHandle = (watch, descriptor, events, opaque) -> {
        told.add(events);
        Libc.X.read(descriptor, new byte[ONE.length], ONE.length);
    };
    private final OnTimeout onTimeout = (timer, opaque) -> rung.add(timer);
    private final OnFree onFree = opaque -> freed.add("freed");

    interface OnHandle extends Callback {
        void call(int watch, int descriptor, int events, @Nullable Pointer opaque);
    }

    interface OnTimeout extends Callback {
        void call(int timer, @Nullable Pointer opaque);
    }

    interface OnFree extends Callback {
        void call(@Nullable Pointer opaque);
    }

    @BeforeEach
    void run() {
        FOR_GOOD.add(this);
        Thread thread = new Thread(loop::run, "loop under test");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void rest() {
        timers.forEach(loop::removeTimeout);
    }

    private int timer(int milliseconds, @Nullable Pointer free) {
        int timer = loop.addTimeout(milliseconds, pointer(onTimeout), null, free);
        timers.add(timer);
        return timer;
    }

    @Test
    void tellsThatADescriptorCanBeRead() {
        watch();

        ring();

        await().untilAsserted(() -> assertThat(told).containsExactly(PollEvents.READABLE));
    }

    @Test
    void keepsSilentAboutAWatchThatRestsAndTellsItLater() {
        int watch = watch();
        loop.updateHandle(watch, 0);
        ring();
        int timer = timer(0, null);
        await().until(() -> rung.size() > 2); // it had its chances
        loop.removeTimeout(timer);
        assertThat(told).isEmpty();

        loop.updateHandle(watch, PollEvents.READABLE);

        await().untilAsserted(() -> assertThat(told).containsExactly(PollEvents.READABLE));
    }

    @Test
    void freesWhatBelongsToARemovedWatchAndTellsItNothing() {
        int watch = watch();

        assertThat(loop.removeHandle(watch)).isZero();
        ring();

        await().untilAsserted(() -> assertThat(freed).hasSize(1));
        assertThat(told).isEmpty();
        assertThat(loop.removeHandle(watch)).isNegative();
    }

    @Test
    void callsATimeoutThatIsBroughtForward() {
        int timer = timer(50_000, pointer(onFree));

        loop.updateTimeout(timer, 1);

        await().until(() -> rung.size() > 2);
        assertThat(rung).containsOnly(timer);
    }

    @Test
    void callsNoTimeoutThatRests() {
        int resting = timer(-1, null);
        int timer = timer(1, null);

        await().until(() -> rung.contains(timer));

        assertThat(rung).doesNotContain(resting);
    }

    private int watch() {
        return loop.addHandle(fd, PollEvents.READABLE, pointer(onHandle), null, pointer(onFree));
    }

    private void ring() {
        Libc.X.write(fd, ONE, ONE.length);
    }

    private static Pointer pointer(Callback callback) {
        return CallbackReference.getFunctionPointer(callback);
    }
}
