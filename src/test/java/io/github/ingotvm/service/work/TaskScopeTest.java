package io.github.ingotvm.service.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.service.work.TaskScope.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TaskScopeTest {
    private final Executor threads = Helpers.threads();

    @Test
    void givesWhatTasksGive() {
        try (TaskScope scope = new TaskScope(threads)) {
            Task<Integer> one = scope.begin(() -> 1);
            Task<Integer> two = scope.begin(() -> 2);
            assertThat(one.get() + two.get()).isEqualTo(3);
        }
    }

    @Test
    void throwsWhatATaskThrew() {
        IngotException failure = new IngotException(Kind.NO_SPACE, "The disk is full; make room.");
        try (TaskScope scope = new TaskScope(threads)) {
            Task<Integer> failing = scope.begin(() -> {
                throw failure;
            });
            assertThatThrownBy(failing::get).isSameAs(failure);
        }
    }

    @Test
    void waitsForWhatRunsHoweverItIsLeft() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        assertThatThrownBy(() -> {
                    try (TaskScope scope = new TaskScope(threads)) {
                        scope.begin(() -> {
                            begun.countDown();
                            await(left);
                            ended.set(true);
                            return 0;
                        });
                        await(begun);
                        left.countDown();
                        throw new IllegalStateException("left");
                    }
                })
                .hasMessage("left");
        assertThat(ended).isTrue();
    }

    @Test
    void dropsWhatHadNotBegunWhenItIsLeft() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        List<String> done = new ArrayList<>();
        TaskScope scope = new TaskScope(waiting::add);
        scope.begin(() -> done.add("never"));
        Thread leaving = new Thread(scope::close);
        leaving.start();
        Awaitility.await().until(() -> leaving.getState() == Thread.State.WAITING);

        waiting.remove().run();

        Awaitility.await().until(() -> !leaving.isAlive());
        assertThat(done).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
