package io.github.ingotvm.service.model;

import io.github.ingotvm.fake.FakeState;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.Optional;

/** One thing that somebody does. */
interface Op {
    /** Does it. */
    void run(World world);

    /** Why it must be refused; empty when it must be done. */
    default Optional<Kind> refusal(Sight before, FakeState host) {
        return Optional.empty();
    }

    /**
     * Turns the sight before into the one that must come out.
     *
     * @param sight to be changed
     * @param after what came out, for the ids of what is new
     */
    void predict(Sight sight, Sight after);

    /** A sight on the way that is neither before nor after, in which a crash may leave the host. */
    default Optional<Sight> midway(Sight before, Sight after) {
        return Optional.empty();
    }

    /** What a person does to complete it after a crash. */
    default Op again(Sight now) {
        return this;
    }

    /** Whether doing it again after a crash leads to the same result. */
    default boolean canBeCompleted() {
        return true;
    }
}
