package io.github.ingotvm.unattended;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import java.util.Map;
import java.util.Optional;

/** How one family of installers is told its answers. */
interface Method {
    /** Why it cannot be done with this target, as a sentence; empty when it can. */
    Optional<String> obstacle(Target target);

    /** Whether its discs are known to take answers, whatever a database says of this one. */
    default boolean knows(Target target) {
        return false;
    }

    /**
     * Answers with which this installer would stop, though others would not: a sentence by question.
     *
     * @param osId osinfo short id
     */
    default Map<Question, String> problems(String osId, Answers answers) {
        return Map.of();
    }

    /** The smallest disk, in bytes, on which it asks nothing. */
    default long leastDisk(Target target) {
        return 0;
    }

    /** Whether its kernel is started without the disc's boot loader, and so by nothing that anybody signed. */
    default boolean startsKernel() {
        return false;
    }

    /** Whether it can be told where its packages come from. */
    default boolean takesMirror() {
        return false;
    }

    /** The answers in the installer's language, and what brings them to it. They have been looked at before. */
    Seed seed(Answers answers, Target target);
}
