package io.github.ingotvm.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.Crash;
import io.github.ingotvm.fake.Crashing;
import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.fake.Stumbling;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.IngotException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories of a host on which people, guests and other tools do everything they can, compared after each step with a simple
 * model, and tried again with a crash or a failure at every call.
 *
 * <p>A failure prints its seed: {@code -Dingot.seed=N} runs that history alone, {@code -Dingot.sequences=N} runs more or fewer of
 * them. The generator is our own because jqwik needs another JUnit platform than ours.
 */
class ModelBasedTest {
    private static final int STEPS = 12;
    private static final Set<String> NOTHING_LEFT_AFTER = Set.of(
            "Volumes.create",
            "Volumes.createOverlay",
            "Volumes.copy",
            "Volumes.upload",
            "Machines.define",
            "Snapshots.create");

    @TempDir
    Path folder;

    @Test
    void containsWhatItMustAfterAnyHistory() throws IOException {
        run(1000, Sequence.Trouble.NONE);
    }

    @Test
    void survivesACrashBeforeAndAfterEachChange() throws IOException {
        run(80, step -> {
            crashEverywhere(step, Crashing::before);
            crashEverywhere(step, Crashing::after);
        });
    }

    @Test
    void leavesNothingBehindWhenAChangeFails() throws IOException {
        run(60, ModelBasedTest::stumbleEverywhere);
    }

    private void run(int sequences, Sequence.Trouble trouble) throws IOException {
        LocalFiles files = LocalFiles.in(folder.toRealPath());
        Long seed = Long.getLong("ingot.seed");
        LongStream seeds = seed == null
                ? LongStream.rangeClosed(1, Integer.getInteger("ingot.sequences", sequences))
                : LongStream.of(seed);
        seeds.forEach(s -> new Sequence(s, files).live(STEPS, trouble));
    }

    private static void crashEverywhere(Step step, BiFunction<Integer, Hypervisor, Crashing> kind) {
        boolean dead = true;
        for (int change = 1; dead; change++) {
            dead = crash(step, change, kind);
        }
    }

    /** Gives whether it came to the crash. */
    private static boolean crash(Step step, int change, BiFunction<Integer, Hypervisor, Crashing> kind) {
        Crashing[] crashing = new Crashing[1];
        World world = step.world(h -> {
            crashing[0] = kind.apply(change, h);
            return crashing[0].hypervisor();
        });
        try {
            step.op().run(world);
            return false;
        } catch (Crash e) {
            try {
                FakeState broken = world.state();
                step.assertBetween(broken);
                step.assertWhoStandsStillIsNamed(broken);
                step.complete(broken);
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("crashed " + e.getMessage() + ": " + wrong.getMessage(), wrong);
            }
            return true;
        }
    }

    private static void stumbleEverywhere(Step step) {
        boolean failed = true;
        for (int change = 1; failed; change++) {
            failed = stumble(step, change);
        }
    }

    private static boolean stumble(Step step, int change) {
        Stumbling[] stumbling = new Stumbling[1];
        World world = step.world(h -> {
            stumbling[0] = new Stumbling(change, h);
            return stumbling[0].hypervisor();
        });
        Optional<IngotException> refused = Sequence.attempt(step.op(), world);
        Optional<String> failed = stumbling[0].failed();
        try {
            step.assertBetween(world.state());
            Set<String> unneeded = step.invariants().branch(step.host()).check(world.state());
            // Who could not undo keeps what an undo needs.
            boolean mayLitter = step.op().midway(step.before(), step.after()).isPresent();
            if (refused.isPresent() && !mayLitter && NOTHING_LEFT_AFTER.contains(failed.orElse(""))) {
                assertThat(step.litter()).as("litter").containsAll(unneeded);
            }
            if (refused.isPresent()) {
                step.complete(world.state());
            }
        } catch (AssertionError | RuntimeException wrong) {
            throw new AssertionError("failed at " + failed + ": " + wrong.getMessage(), wrong);
        }
        return failed.isPresent();
    }
}
