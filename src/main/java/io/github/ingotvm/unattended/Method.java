package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import java.util.Optional;

/** How one family of installers is told its answers. */
interface Method {
    /** Why it cannot be done with this target, as a sentence; empty when it can. */
    Optional<String> obstacle(Target target);

    /** The smallest disk, in bytes, on which it asks nothing. */
    default long leastDisk(Target target) {
        return 0;
    }

    /** Whether it can be told where its packages come from. */
    default boolean takesMirror() {
        return false;
    }

    /** The answers in the installer's language, and what brings them to it. They have been looked at before. */
    Seed seed(Answers answers, Target target);
}
