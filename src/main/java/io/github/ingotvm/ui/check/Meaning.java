package io.github.ingotvm.ui.check;

import io.github.ingotvm.model.Finding;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** What findings mean to the user, the worst first. */
enum Meaning {
    BROKEN("Files are missing", "What stands on them cannot start until they are back.", Feather.ALERT_OCTAGON, "bad"),
    DANGEROUS(
            "Would damage others",
            "Starting one of these machines would change what others stand on.",
            Feather.ALERT_OCTAGON,
            "bad"),
    GOLDEN(
            "Golden images are not what they were",
            "A golden image never changes; something outside of Ingot changed or removed these.",
            Feather.ALERT_TRIANGLE,
            "bad"),
    HALF_MADE("Not finished", "Something was interrupted on the way.", Feather.CLOCK, "fair"),
    STANDING("Standing still", "Ingot ended in the middle of a snapshot of a running machine.", Feather.PAUSE, "fair"),
    UNSEEN(
            "Not everything can be seen",
            "So nothing is removed: a file that seems left over may be needed.",
            Feather.EYE_OFF,
            "fair"),
    LEFTOVER("Left over", "that Ingot made and that nothing needs any more.", Feather.TRASH_2, "plain");

    private final String title;
    private final String words;
    private final Feather icon;
    private final String tone;

    Meaning(String title, String words, Feather icon, String tone) {
        this.title = title;
        this.words = words;
        this.icon = icon;
        this.tone = tone;
    }

    String title() {
        return title;
    }

    String words() {
        return words;
    }

    Feather icon() {
        return icon;
    }

    /** Style class. */
    String tone() {
        return tone;
    }

    List<Finding> of(List<Finding> all) {
        return all.stream().filter(f -> of(f.kind()) == this).toList();
    }

    private static Meaning of(Finding.Kind kind) {
        return switch (kind) {
            case BROKEN_CHAIN -> BROKEN;
            case WRITES_TO_LAYER -> DANGEROUS;
            case GOLDEN_CHANGED, GOLDEN_LOST -> GOLDEN;
            case HALF_MADE -> HALF_MADE;
            case LEFT_PAUSED -> STANDING;
            case UNSEEN -> UNSEEN;
            case UNREFERENCED -> LEFTOVER;
        };
    }
}
