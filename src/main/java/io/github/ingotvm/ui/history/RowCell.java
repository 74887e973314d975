package io.github.ingotvm.ui.history;

import io.github.ingotvm.history.Entry;
import io.github.ingotvm.history.Sentence;
import io.github.ingotvm.history.What;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A day, or what happened to which machine, at what time, and by which command. */
final class RowCell extends ListCell<Row> {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    private final Function<Entry, List<MenuItem>> menu;

    RowCell(Function<Entry, List<MenuItem>> menu) {
        this.menu = menu;
        getStyleClass().add("history-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setContextMenu(null);
        setAccessibleText("");
        setGraphic(null);
        if (row == null || empty) {
            return;
        }
        if (row instanceof Row.Line line) {
            show(line.entry());
        } else if (row instanceof Row.Day day) {
            Label name = new Label(day.name());
            name.getStyleClass().add("history-day");
            setGraphic(name);
            setAccessibleText(day.name());
        }
    }

    private void show(Entry entry) {
        String sentence = Sentence.of(entry);
        Label time = new Label(CLOCK.format(entry.time().atZone(ZoneId.systemDefault())));
        time.getStyleClass().add("hint");
        time.setMinWidth(72);
        time.setTooltip(new Tooltip(Formats.exactly(entry.time())));
        Label name = new Label(entry.name(), Icons.of(icon(entry)));
        name.getStyleClass().add("row-title");
        name.setMinWidth(180);
        name.setPrefWidth(180);
        name.setMaxWidth(180);
        Label words = new Label(sentence);
        words.getStyleClass().add(entry.isDone() ? "history-words" : "problem");
        words.setMinWidth(0);
        words.setTooltip(new Tooltip(about(entry)));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Label via = new Label(entry.user() + " · " + entry.via());
        via.getStyleClass().add("hint");
        via.setMaxWidth(260);
        via.setMinWidth(Math.min(120, via.prefWidth(Region.USE_COMPUTED_SIZE)));
        via.setTooltip(new Tooltip(entry.via()));
        HBox line = new HBox(12, time, name, words, via);
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
        setAccessibleText(entry.name() + " " + sentence + ", " + Formats.time(entry.time()) + ", by " + via.getText());
        ContextMenu items = new ContextMenu();
        items.getItems().setAll(menu.apply(entry));
        setContextMenu(items);
    }

    /** The whole of it, with the digests. */
    private static String about(Entry entry) {
        String digests = entry.digests().entrySet().stream()
                .map(d -> "\n" + d.getKey() + "\n  sha256 " + d.getValue())
                .collect(Collectors.joining());
        return Sentence.of(entry) + digests;
    }

    private static Feather icon(Entry entry) {
        if (!entry.isDone()) {
            return Feather.ALERT_TRIANGLE;
        }
        return switch (entry.what()) {
            case CREATED, INSTALLED -> Feather.MONITOR;
            case CLONED, RAN, FILE_COPIED -> Feather.COPY;
            case KEPT -> Feather.ANCHOR;
            case DELETED, FILE_REMOVED, SNAPSHOT_DELETED -> Feather.TRASH_2;
            case RENAMED, SNAPSHOT_DESCRIBED, GOLDEN_DESCRIBED -> Feather.EDIT_2;
            case CHANGED -> Feather.SLIDERS;
            case DISK_ADDED, DISK_REMOVED -> Feather.HARD_DRIVE;
            case STARTED, RESUMED -> Feather.PLAY;
            case SHUT_DOWN, FORCED_OFF -> Feather.POWER;
            case RESTARTED -> Feather.ROTATE_CW;
            case PAUSED -> Feather.PAUSE;
            case SNAPSHOT_TAKEN, SNAPSHOT_RECORDED -> Feather.CAMERA;
            case REVERTED, UNDONE, RESET -> Feather.ROTATE_CCW;
            case PROMOTED, DEMOTED, MADE_CURRENT, GOLDEN_KEPT -> Feather.STAR;
            case SEALED -> Feather.SHIELD;
            case UPDATED -> Feather.ARROW_UP_CIRCLE;
            case FORMER_DROPPED -> Feather.X;
            case DETACHED, COMPACTED -> Feather.LAYERS;
        };
    }

    /** Whether it is shown only when files are asked for. */
    static boolean isOfFiles(Entry entry) {
        return entry.isDone() && (entry.what() == What.FILE_REMOVED || entry.what() == What.FILE_COPIED);
    }
}
