package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.Progress;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** A longer piece of work as the window shows it: how far it is, what it is doing, and a way to cancel it. */
public final class Work {
    private final String title;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
    private final BooleanProperty inPlace = new SimpleBooleanProperty();
    private final Reporter reporter = new Reporter();

    Work(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** 0 to 1; negative when it cannot be told. */
    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty doing() {
        return doing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty cancelling() {
        return cancelling.getReadOnlyProperty();
    }

    /** Whether a page shows it itself, now: then it needs no line at the foot of the window. */
    public BooleanProperty inPlace() {
        return inPlace;
    }

    /** Asks the work to stop and leave nothing behind. */
    public void cancel() {
        cancelling.set(true);
        reporter.cancelled.set(true);
    }

    Progress progress() {
        return reporter;
    }

    /** The working thread's side. Reports that come faster than the window draws are left out. */
    private final class Reporter implements Progress {
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final AtomicBoolean pending = new AtomicBoolean();
        private volatile double latest = -1;
        private volatile String word = "";

        @Override
        public void report(double newFraction, String newDoing) {
            latest = newFraction;
            word = newDoing;
            if (pending.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    pending.set(false);
                    fraction.set(latest);
                    doing.set(word);
                });
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled.get();
        }
    }
}
