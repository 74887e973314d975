package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.ui.common.Notice.Action;
import io.github.ingotvm.ui.common.Notice.Tone;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said to the user now, oldest first. Touched on the window's thread alone. */
public final class Notices {
    /** How long a deletion or a revert can be undone. */
    public static final Duration UNDO_TIME = Duration.ofSeconds(8);

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final int MOST = 4;
    private static final int MOST_LETTERS = 280;

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    private final ObservableList<Notice> readOnly = FXCollections.unmodifiableObservableList(shown);

    public ObservableList<Notice> shown() {
        return readOnly;
    }

    public void info(String sentence) {
        add(new Notice(Tone.INFO, sentence, "", Optional.empty(), Optional.of(SHORT), () -> {}));
    }

    public void good(String sentence) {
        add(new Notice(Tone.GOOD, sentence, "", Optional.empty(), Optional.of(SHORT), () -> {}));
    }

    public void good(String sentence, Action action) {
        add(new Notice(Tone.GOOD, sentence, "", Optional.of(action), Optional.of(UNDO_TIME), () -> {}));
    }

    /** Says what went wrong until it is closed, and logs it: here it is finally caught. */
    public void error(IngotException e) {
        LOG.warn("{}", e.getMessage(), e);
        boolean told = shown.stream()
                .anyMatch(n -> n.tone() == Tone.BAD && n.text().equals(Formats.brief(e.getMessage(), MOST_LETTERS)));
        if (!told) {
            String text = Formats.brief(e.getMessage(), MOST_LETTERS);
            String details = text.equals(e.getMessage()) ? details(e) : e.getMessage() + "\n\n" + details(e);
            add(new Notice(Tone.BAD, text, details.strip(), Optional.empty(), Optional.empty(), () -> {}));
        }
    }

    /**
     * Says that something was done and can be undone for some seconds.
     *
     * @param lapsed called once when it can no longer be undone
     */
    public void undo(String sentence, Runnable undo, Runnable lapsed) {
        add(new Notice(Tone.INFO, sentence, "", Optional.of(new Action("Undo", undo)), Optional.of(UNDO_TIME), lapsed));
    }

    private void add(Notice notice) {
        shown.add(notice);
        if (shown.size() > MOST) {
            dismiss(shown.get(0));
        }
    }

    /** Takes the action of a notice. */
    public void act(Notice notice) {
        if (shown.remove(notice)) {
            notice.action().ifPresent(a -> a.run().run());
        }
    }

    /** Lets a notice go. */
    public void dismiss(Notice notice) {
        if (shown.remove(notice)) {
            notice.gone().run();
        }
    }

    /** Lets all go: what could be undone no longer can. */
    public void dismissAll() {
        List.copyOf(shown).forEach(this::dismiss);
    }

    /** What to copy into a report: the chain of causes, with where they came from. */
    public static String details(IngotException e) {
        if (e.getCause() == null) {
            return e.dependants().isEmpty() ? "" : String.join("\n", e.dependants());
        }
        StringWriter text = new StringWriter();
        e.getCause().printStackTrace(new PrintWriter(text));
        return text.toString().strip();
    }
}
