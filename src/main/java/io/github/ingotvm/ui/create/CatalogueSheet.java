package io.github.ingotvm.ui.create;

import atlantafx.base.controls.CustomTextField;
import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.download.Held;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What can be fetched from publishers, to search and choose from. */
final class CatalogueSheet extends Sheet {
    private static final String ANY = "Any";
    private static final double ARCH_WIDTH = 112;

    private final CustomTextField search = new CustomTextField();
    private final ChoiceBox<String> arch = new ChoiceBox<>();
    private final ObservableList<CatalogueItem> items = FXCollections.observableArrayList();
    private final FilteredList<CatalogueItem> shown = new FilteredList<>(items);
    private final ListView<CatalogueItem> list = new ListView<>();
    private final Label nothing = Fields.hint("Looking what there is…");

    /** What is done about the files that are here. */
    interface Remover {
        /** @param back called when it stays after all */
        void remove(Held held, Runnable back, Consumer<String> refused);
    }

    private final Remover remover;

    /**
     * @param chosen what to fetch, or a file that is here already
     * @param remover what is done about a file that shall go
     */
    CatalogueSheet(Downloads downloads, Tools tools, Consumer<CatalogueItem> chosen, Remover remover) {
        super("Download a system", "Download");
        this.remover = remover;
        getStyleClass().add("catalogue");
        search.setLeft(Icons.of(Feather.SEARCH));
        search.getStyleClass().add("search");
        search.setAccessibleText("Search for a system");
        HBox.setHgrow(search, Priority.ALWAYS);
        arch.getItems().setAll(ANY, Downloads.hostArch());
        arch.setValue(Downloads.hostArch());
        arch.setAccessibleText("Architecture");
        arch.setMinWidth(ARCH_WIDTH); // for the longest there is, aarch64, with the arrow
        list.setCellFactory(l -> new CatalogueCell(this::remove));
        list.getStyleClass().addAll("edge-to-edge", "catalogue-list");
        list.setAccessibleText("Systems");
        list.setPrefHeight(360);
        list.setPlaceholder(nothing);
        with(
                new VBox(
                        6,
                        new HBox(8, search, arch),
                        Fields.hint("Words like “debian netinst” or “fedora 43 server”, or an address: https://…")),
                list);
        search.textProperty().addListener(o -> filter());
        arch.valueProperty().addListener(o -> filter());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        list.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                chosen().ifPresent(i -> take(i, chosen));
            }
        });
        acceptWhen(Bindings.isNotNull(list.getSelectionModel().selectedItemProperty()));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> acceptWord().set(is != null && isWhole(is) ? "Use" : "Download"));
        onAccept(() -> {
            chosen().ifPresent(chosen);
            return true;
        });
        tools.background().run(() -> CatalogueItem.all(downloads), this::show, this::showProblem);
    }

    private static boolean isWhole(CatalogueItem item) {
        return item.held().filter(Held::whole).isPresent();
    }

    private Optional<CatalogueItem> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void take(CatalogueItem item, Consumer<CatalogueItem> chosen) {
        close();
        chosen.accept(item);
    }

    private void show(List<CatalogueItem> all) {
        items.setAll(all);
        String before = Objects.requireNonNullElse(arch.getValue(), ANY);
        List<String> arches = new ArrayList<>(List.of(ANY));
        all.stream()
                .map(CatalogueItem::arch)
                .filter(a -> !a.isEmpty())
                .distinct()
                .sorted()
                .forEach(arches::add);
        arch.getItems().setAll(arches);
        arch.setValue(arches.contains(before) ? before : ANY);
        nothing.setText("Nothing with these words is known to be offered anywhere.");
        filter();
    }

    private void filter() {
        String text = search.getText().strip();
        Optional<CatalogueItem> typed = CatalogueItem.typed(text);
        if (typed.isPresent()) {
            list.setItems(FXCollections.observableArrayList(typed.get()));
        } else {
            List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("\\s+"));
            String wanted = Objects.requireNonNullElse(arch.getValue(), ANY);
            shown.setPredicate(
                    i -> (wanted.equals(ANY) || i.arch().isEmpty() || i.arch().equals(wanted))
                            && (text.isEmpty() ? i.current() : i.has(words)));
            list.setItems(shown);
        }
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /** The arrows go through the list while the keyboard stays in the search. */
    private void walk(KeyEvent e) {
        if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
            e.consume();
            int step = e.getCode() == KeyCode.DOWN ? 1 : -1;
            int at = Math.max(
                    0,
                    Math.min(
                            list.getItems().size() - 1, list.getSelectionModel().getSelectedIndex() + step));
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 2));
        }
    }

    private void remove(CatalogueItem item) {
        int at = items.indexOf(item);
        items.remove(item);
        item.held()
                .ifPresent(h ->
                        remover.remove(h, () -> items.add(Math.min(at, items.size()), item), this::showProblem));
    }
}
