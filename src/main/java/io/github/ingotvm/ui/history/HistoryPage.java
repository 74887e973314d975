package io.github.ingotvm.ui.history;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.history.Entry;
import io.github.ingotvm.history.History;
import io.github.ingotvm.history.Sentence;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineMenu;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Reading;
import io.github.ingotvm.ui.common.SearchField;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.common.Wheel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** What happened, the newest first: to all machines, or to one. */
public final class HistoryPage implements Page {
    private static final int MOST = 5_000;
    /** It is written a moment after it happened. */
    private static final Duration WRITTEN = Duration.millis(400);

    private final MachineStore store;
    private final Navigator navigator;
    private final Optional<MachineId> machine;
    private final ListView<Row> list = new ListView<>();
    private final SearchField search;
    private final ToggleButton files = new ToggleButton("Files");
    private final Label nothing = new Label();
    private final StackPane center = new StackPane();
    private final BorderPane view = new BorderPane();
    private final Reading<List<Entry>> reading;
    private List<Entry> read = List.of();

    /** @param machine the only one to be shown, if it is one */
    public HistoryPage(
            History history, MachineStore store, Tools tools, Navigator navigator, Optional<MachineId> machine) {
        this.store = store;
        this.navigator = navigator;
        this.machine = machine;
        this.search = new SearchField("Search the history", list::requestFocus);
        History.Query query = new History.Query(machine.map(MachineId::toString), Optional.empty(), MOST);
        this.reading = new Reading<>(store, tools, WRITTEN, () -> history.find(query), this::show);
        view.getStyleClass().add("page");
        view.setTop(head());
        nothing.getStyleClass().add("empty-words");
        list.setPlaceholder(nothing);
        list.setCellFactory(l -> new RowCell(this::menu));
        list.getStyleClass().addAll("edge-to-edge", "history-list");
        list.setAccessibleText("What happened");
        list.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && list.getSelectionModel().getSelectedItem() instanceof Row.Line line) {
                of(line.entry()).ifPresent(this::show);
                e.consume();
            }
        });
        center.getChildren().setAll(new Wheel("Reading the history"));
        view.setCenter(center);
    }

    private HBox head() {
        String whose = machine.flatMap(store::find)
                .map(m -> " of " + Formats.brief(m.displayName()))
                .orElse("");
        Label title = new Label("History" + whose);
        title.getStyleClass().add("page-title");
        title.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        search.setPrefWidth(240);
        search.textProperty().addListener((o, was, is) -> narrow());
        files.setTooltip(new Tooltip("Show which files were removed, too"));
        files.setMinWidth(Region.USE_PREF_SIZE);
        files.selectedProperty().addListener((o, was, is) -> narrow());
        HBox head = new HBox();
        if (machine.isPresent()) {
            Button back = Icons.button(Feather.ARROW_LEFT, "Back (Esc)", navigator::back);
            back.getStyleClass().addAll(Styles.FLAT, "back");
            head.getChildren().add(back);
        }
        head.getChildren().addAll(title, gap, search, files);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("header");
        return head;
    }

    private Optional<VirtualMachine> of(Entry entry) {
        return store.machines().stream()
                .filter(m -> m.id().toString().equals(entry.machine()))
                .findFirst();
    }

    private void show(VirtualMachine shown) {
        navigator.properties(shown.id(), Navigator.Tab.OVERVIEW);
    }

    private List<MenuItem> menu(Entry entry) {
        List<MenuItem> items = new ArrayList<>();
        MenuItem show = MachineMenu.item(
                "Show Machine", Feather.SLIDERS, "Enter", () -> of(entry).ifPresent(this::show));
        show.setDisable(of(entry).isEmpty());
        items.add(show);
        if (machine.isEmpty() && !entry.name().isEmpty()) {
            items.add(MachineMenu.item(
                    "Only “" + Formats.brief(entry.name()) + "”",
                    Feather.FILTER,
                    "",
                    () -> search.setText(entry.name())));
        }
        return items;
    }

    private void show(List<Entry> entries) {
        boolean first = !center.getChildren().contains(list);
        if (!first && entries.equals(read)) {
            return;
        }
        read = entries;
        nothing.setText("Nothing has happened yet that Ingot did.");
        narrow();
        if (first) {
            center.getChildren().setAll(list);
            list.requestFocus();
        }
    }

    private void narrow() {
        List<String> wanted = Stream.of(
                        search.getText().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(w -> !w.isEmpty())
                .toList();
        List<Entry> found = read.stream()
                .filter(e -> files.isSelected() || !RowCell.isOfFiles(e))
                .filter(e -> wanted.stream().allMatch(text(e)::contains))
                .toList();
        if (!wanted.isEmpty()) {
            nothing.setText("Nothing found");
        }
        ZoneId zone = ZoneId.systemDefault();
        list.getItems().setAll(Row.of(found, LocalDate.now(zone), zone));
    }

    private static String text(Entry entry) {
        return (entry.name() + " " + Sentence.of(entry) + " " + entry.user() + " " + entry.via())
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        reading.start();
    }

    @Override
    public void left() {
        reading.stop();
    }

    @Override
    public void refresh() {
        reading.now();
    }

    @Override
    public boolean canSearch() {
        return true;
    }

    @Override
    public void search() {
        search.take();
    }
}
