package io.github.ingotvm.ui;

import io.github.ingotvm.model.Checkup;
import io.github.ingotvm.ui.check.Checking;
import io.github.ingotvm.ui.common.Health;
import io.github.ingotvm.ui.common.MachineStore;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Checks by itself: once when the window has been open for a moment, and again after machines have changed as long as something is
 * known to be wrong, so that what was put right is not complained of any longer.
 */
final class Watchman {
    private static final Duration SOON = Duration.seconds(4);

    private final MachineStore store;
    private final Health health;
    private final PauseTransition clock = new PauseTransition(SOON);
    private Runnable unlisten = () -> {};

    Watchman(MachineStore store, Health health, Checking checking) {
        this.store = store;
        this.health = health;
        clock.setOnFinished(e -> checking.lookQuietly());
    }

    void start() {
        clock.playFromStart();
        unlisten = store.listen(id -> {
            if (isSomethingWrong()) {
                clock.playFromStart();
            }
        });
    }

    private boolean isSomethingWrong() {
        return health.found()
                .get()
                .map(Checkup::findings)
                .filter(f -> !f.isEmpty())
                .isPresent();
    }

    void stop() {
        clock.stop();
        unlisten.run();
    }
}
