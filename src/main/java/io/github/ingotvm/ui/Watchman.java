package io.github.ingotvm.ui;

import io.github.ingotvm.model.Checkup;
import io.github.ingotvm.ui.check.Checking;
import io.github.ingotvm.ui.common.Health;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Notice;
import io.github.ingotvm.ui.common.Notices;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;

/**
 * Checks by itself: once when the window has been open for a moment, again when something failed, and again after machines have changed as long as something is
 * known to be wrong, so that what was put right is not complained of any longer.
 */
final class Watchman {
    private static final Duration SOON = Duration.seconds(4);

    private final MachineStore store;
    private final Health health;
    private final Notices notices;
    private final ListChangeListener<Notice> alarmed = this::heard;
    private final PauseTransition clock = new PauseTransition(SOON);
    private Runnable unlisten = () -> {};

    Watchman(MachineStore store, Health health, Notices notices, Checking checking) {
        this.store = store;
        this.notices = notices;
        this.health = health;
        clock.setOnFinished(e -> checking.lookQuietly());
    }

    void start() {
        clock.playFromStart();
        notices.shown().addListener(alarmed);
        unlisten = store.listen(id -> {
            if (isSomethingWrong()) {
                clock.playFromStart();
            }
        });
    }

    /** What failed may have failed because something is broken. */
    private void heard(ListChangeListener.Change<? extends Notice> change) {
        while (change.next()) {
            if (change.getAddedSubList().stream().anyMatch(n -> n.tone() == Notice.Tone.BAD)) {
                clock.playFromStart();
            }
        }
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
        notices.shown().removeListener(alarmed);
        unlisten.run();
    }
}
