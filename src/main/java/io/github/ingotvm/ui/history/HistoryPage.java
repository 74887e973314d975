package io.github.ingotvm.ui.history;

import atlantafx.base.controls.CustomTextField;
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
import io.github.ingotvm.ui.common.Tools;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
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

    private final History history;
    private final MachineStore store;
    private final Tools tools;
    private final Navigator navigator;
    private final Optional<MachineId> machine;
    private final ListView<Row> list = new ListView<>();
    private final CustomTextField search = new CustomTextField();
    private final ToggleButton files = new ToggleButton("Files");
    private final Label nothing = new Label();
    private final StackPane center = new StackPane();
    private final BorderPane view = new BorderPane();
    // It is written a moment after it happened.
    private final PauseTransition soon = new PauseTransition(Duration.millis(400));
    private List<Entry> read = List.of();
    private Runnable unlisten = () -> {};

    /** @param machine the only one to be shown, if it is one */
    public HistoryPage(
            History history, MachineStore store, Tools tools, Navigator navigator, Optional<MachineId> machine) {
        this.history = history;
        this.store = store;
        this.tools = tools;
        this.navigator = navigator;
        this.machine = machine;
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
        ProgressIndicator wait = new ProgressIndicator();
        wait.setMaxSize(40, 40);
        center.getChildren().setAll(wait);
        view.setCenter(center);
        soon.setOnFinished(e -> read());
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
        search.setPromptText("Search");
        search.setAccessibleText("Search the history");
        search.setLeft(Icons.of(Feather.SEARCH));
        search.getStyleClass().add("search");
        search.setPrefWidth(240);
        search.textProperty().addListener((o, was, is) -> narrow());
        search.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            boolean clears = e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty();
            if (clears) {
                search.clear();
            } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ESCAPE) {
                list.requestFocus();
            } else {
                return;
            }
            e.consume();
        });
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

    private void read() {
        History.Query query = new History.Query(machine.map(MachineId::toString), Optional.empty(), MOST);
        tools.background().run(() -> history.find(query), this::show, tools.notices()::error);
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
        unlisten = store.listen(id -> soon.playFromStart());
        read();
    }

    @Override
    public void left() {
        soon.stop();
        unlisten.run();
    }

    @Override
    public void refresh() {
        read();
    }

    @Override
    public boolean canSearch() {
        return true;
    }

    @Override
    public void search() {
        search.requestFocus();
        search.selectAll();
    }
}
