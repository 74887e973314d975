package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The longer work under way. Touched on the window's thread alone. */
public final class Works {
    private final Background background;
    private final Notices notices;
    private final ObservableList<Work> running = FXCollections.observableArrayList();
    private final ObservableList<Work> readOnly = FXCollections.unmodifiableObservableList(running);

    public Works(Background background, Notices notices) {
        this.background = background;
        this.notices = notices;
    }

    public ObservableList<Work> running() {
        return readOnly;
    }

    /** Starts work; a failure becomes a notice, a cancellation a short one. */
    public <T> void start(String title, Function<Progress, T> work, Consumer<T> done) {
        start(title, work, done, e -> {
            if (e.kind() == Kind.CANCELLED) {
                notices.info(title + ": cancelled, nothing is left behind.");
            } else {
                notices.error(e);
            }
        });
    }

    /** Starts work whose failure somebody else shows. */
    public <T> Work start(String title, Function<Progress, T> work, Consumer<T> done, Consumer<IngotException> failed) {
        Work shown = new Work(title);
        running.add(shown);
        run(
                shown,
                work,
                result -> {
                    running.remove(shown);
                    done.accept(result);
                },
                e -> {
                    running.remove(shown);
                    failed.accept(e);
                });
        return shown;
    }

    /** Starts work that changes nothing and that a page shows itself: nothing is lost when the window closes meanwhile. */
    public <T> Work aside(String title, Function<Progress, T> work, Consumer<T> done, Consumer<IngotException> failed) {
        Work shown = new Work(title);
        run(shown, work, done, failed);
        return shown;
    }

    private <T> void run(Work shown, Function<Progress, T> work, Consumer<T> done, Consumer<IngotException> failed) {
        background.run(() -> work.apply(shown.progress()), done, failed);
    }

    public void cancelAll() {
        running.forEach(Work::cancel);
    }
}
