package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that go while long work is under way. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class RemovalBesideWorkTest extends Workshop {
    private final CountDownLatch end = new CountDownLatch(1);
    private VirtualMachine other;
    private String file;
    private CompletableFuture<Void> copying;

    @BeforeEach
    void aCopyIsUnderWay() throws InterruptedException {
        VirtualMachine vm = machine("vm");
        other = machine("other");
        file = other.hardware().writableDisks().get(0).source().orElseThrow();
        CountDownLatch begun = new CountDownLatch(1);
        Progress held = new Progress() {
            @Override
            public void report(double fraction, String doing) {
                begun.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        Cloner.Request copy = new Cloner.Request(vm.id(), new From.Present(), List.of("copy"), true, false);
        copying = CompletableFuture.runAsync(() -> services().cloner().clone(copy, held));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void itEnds() {
        end.countDown();
        copying.join();
    }

    private void goesOnceTheCopyIsMade() {
        assertThat(foreign.files()).contains(file);
        assertThat(services().inventory().find(other.id())).isEmpty();
        assertThat(CompletableFuture.supplyAsync(() -> machine("third"))).succeedsWithin(Duration.ofSeconds(10));
        end.countDown();
        copying.join();
        assertThat(foreign.files()).doesNotContain(file);
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void aDeletionEndsAtOnceAndItsFilesGoWhenTheWorkHasEnded() {
        services().lifecycle().delete(other.id()).commit();
        goesOnceTheCopyIsMade();
    }
}
