package io.github.ingotvm.download;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A try that ended early; another may do better. */
final class BrokenOffException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long waitSeconds;

    BrokenOffException(String what) {
        this(what, Optional.empty());
    }

    /** @param wait how long the server wants us to wait */
    BrokenOffException(String what, Optional<Duration> wait) {
        super(what);
        this.waitSeconds = wait.map(Duration::toSeconds).orElse(0L);
    }

    /** How long to wait before the next try. */
    Duration wait(int failures) {
        return waitSeconds > 0 ? Duration.ofSeconds(waitSeconds) : Pause.after(failures);
    }
}
