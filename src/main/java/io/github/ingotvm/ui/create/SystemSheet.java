package io.github.ingotvm.ui.create;

import atlantafx.base.controls.CustomTextField;
import io.github.ingotvm.service.install.SystemView;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Sheet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Every system that Ingot knows, to search and choose from: for a disc or an image that was taken for another one, or for none. */
final class SystemSheet extends Sheet {
    private final CustomTextField search = new CustomTextField();
    private final ListView<SystemView> list = new ListView<>();
    private final List<SystemView> likely;
    private final Function<String, List<SystemView>> find;

    /**
     * @param likely those that it might be, which come first before anything is typed
     * @param find those that have the words
     */
    SystemSheet(List<SystemView> likely, Function<String, List<SystemView>> find, Consumer<SystemView> choose) {
        super("Which system is on it?", "Choose");
        this.likely = likely;
        this.find = find;
        getStyleClass().add("catalogue");
        search.setLeft(Icons.of(Feather.SEARCH));
        search.getStyleClass().add("search");
        search.setAccessibleText("Search for a system");
        list.setCellFactory(l -> new SystemCell());
        list.getStyleClass().addAll("edge-to-edge", "catalogue-list");
        list.setAccessibleText("Systems");
        list.setPrefHeight(320);
        list.setPlaceholder(Fields.hint("Ingot knows no system with these words."));
        with(
                new VBox(
                        6,
                        search,
                        Fields.hint("Words like “debian 12” or “windows server”. Hardware follows the system.")),
                list);
        search.textProperty().addListener(o -> filter());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        list.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                chosen().ifPresent(s -> {
                    close();
                    choose.accept(s);
                });
            }
        });
        acceptWhen(Bindings.isNotNull(list.getSelectionModel().selectedItemProperty()));
        onAccept(() -> {
            chosen().ifPresent(choose);
            return true;
        });
        filter();
    }

    private Optional<SystemView> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void filter() {
        String words = search.getText().strip();
        Set<SystemView> found = new LinkedHashSet<>(words.isEmpty() ? likely : List.of());
        found.addAll(find.apply(words));
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /** The arrows go through the list while the keyboard stays in the search. */
    private void walk(KeyEvent e) {
        if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
            e.consume();
            int to = list.getSelectionModel().getSelectedIndex() + (e.getCode() == KeyCode.DOWN ? 1 : -1);
            list.getSelectionModel().select(Math.max(0, Math.min(list.getItems().size() - 1, to)));
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
        }
    }
}
