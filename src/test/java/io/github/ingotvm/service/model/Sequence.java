package io.github.ingotvm.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** One history of a host, thought of at random. */
final class Sequence {
    private final long seed;
    private final Random random;
    private final Chooser chooser;
    private final LocalFiles files;
    private final Invariants invariants;
    private final FakeState host = new FakeState();
    private final List<String> story = new ArrayList<>();
    private Sight sight = new Sight();

    Sequence(long seed, LocalFiles files) {
        this.seed = seed;
        this.random = new Random(seed);
        this.chooser = new Chooser(random, seed % 10 == 0);
        this.files = files;
        this.invariants = new Invariants(files);
    }

    /** What shall go wrong in a step. */
    interface Trouble {
        /** Nothing. */
        Trouble NONE = step -> {};

        /** Tries a step on copies of the host as it was before. */
        void tryOn(Step step);
    }

    /** Lives through so many steps. */
    void live(int steps, Trouble trouble) {
        try {
            for (int i = 0; i < steps; i++) {
                step(chooser.next(sight), random.nextLong(), trouble);
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "with -Dingot.seed=" + seed + "\n" + String.join("\n", story) + "\non\n" + sight + "\n" + e, e);
        }
    }

    private void step(Op op, long ids, Trouble trouble) {
        story.add(op.toString());
        FakeState before = trouble == Trouble.NONE ? host : host.copy();
        Set<String> litter = new References(host).unneeded();
        Optional<Kind> refusal = op.refusal(sight, host);
        Optional<IngotException> refused = attempt(op, World.on(host, h -> h, ids, files));
        assertThat(refused.map(IngotException::kind)).as("refusal: %s", refused).isEqualTo(refusal);
        Sight now = Sight.of(host);
        Sight expected = sight.copy();
        if (refused.isEmpty()) {
            op.predict(expected, now);
        }
        assertThat(now).isEqualTo(expected);
        Set<String> unneeded = invariants.check(host);
        if (refused.isPresent()) {
            assertThat(withoutDisposable(unneeded))
                    .as("litter of a refused step")
                    .isEqualTo(withoutDisposable(litter));
        } else {
            trouble.tryOn(new Step(op, before, sight, expected, ids, files, invariants, host));
        }
        expected.machines.forEach((id, machine) -> machine.domain = now.machine(id).domain);
        sight = expected;
    }

    /** What disposable clones leave goes with the next thing that is removed or taken back. */
    private static Set<String> withoutDisposable(Set<String> litter) {
        return litter.stream().filter(p -> !p.contains(DisposableOps.NAME)).collect(Collectors.toSet());
    }

    static Optional<IngotException> attempt(Op op, World world) {
        try {
            op.run(world);
            return Optional.empty();
        } catch (IngotException e) {
            return Optional.of(e);
        }
    }
}
