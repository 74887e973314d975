package io.github.ingotvm.ui.golden;

import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.golden.ImageSummary.Trust;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** In a word whether a golden image is what it was promoted as. */
final class TrustLabel extends Label {
    TrustLabel(Trust trust) {
        super(word(trust), Icons.of(icon(trust)));
        getStyleClass().addAll("trust", trust.name().toLowerCase(java.util.Locale.ROOT));
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(meaning(trust)));
    }

    static String word(Trust trust) {
        return switch (trust) {
            case CHANGED -> "Changed";
            case OPEN -> "Not sealed yet";
            case SEALED -> "Sealed";
        };
    }

    private static Feather icon(Trust trust) {
        return switch (trust) {
            case CHANGED -> Feather.ALERT_TRIANGLE;
            case OPEN -> Feather.CLOCK;
            case SEALED -> Feather.LOCK;
        };
    }

    private static String meaning(Trust trust) {
        return switch (trust) {
            case CHANGED -> "A file of it is gone or was written to. Nothing is cast from it.";
            case OPEN -> "Its files are read through in the background. After that any change can be proved.";
            case SEALED -> "The SHA-256 of every file is known. Verify compares every byte with it.";
        };
    }
}
