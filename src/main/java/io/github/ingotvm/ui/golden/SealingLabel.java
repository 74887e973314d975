package io.github.ingotvm.ui.golden;

import io.github.ingotvm.ui.common.Formats;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;

/** A quiet word that files of golden images are being sealed. Takes no room at rest. */
final class SealingLabel extends Label {
    private final ObservableDoubleValue sealing;
    private final InvalidationListener shower = o -> show();

    SealingLabel(ObservableDoubleValue sealing) {
        this.sealing = sealing;
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(16, 16);
        turning.setMinSize(16, 16);
        turning.getStyleClass().add("small-progress");
        setGraphic(turning);
        setGraphicTextGap(8);
        getStyleClass().add("hint");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("Ingot reads the files of golden images through and remembers their SHA-256."
                + " It takes its time, and goes on at the next start."));
        sealing.addListener(new WeakInvalidationListener(shower));
        show();
    }

    private void show() {
        long files = (long) Math.ceil(sealing.get());
        setText("Sealing, " + Formats.count(files, "file", "files") + " left");
        setVisible(files > 0);
        setManaged(files > 0);
    }
}
