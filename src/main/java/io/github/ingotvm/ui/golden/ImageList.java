package io.github.ingotvm.ui.golden;

import io.github.ingotvm.ui.common.Menus;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/** The golden images, by mouse and keyboard. */
final class ImageList extends ListView<ImageSummary> {
    private final ImageActions doing;
    private final Consumer<ImageSummary> go;
    private Optional<ContextMenu> open = Optional.empty();

    ImageList(GoldenParts parts, GoldenWays ways) {
        this.doing = new ImageActions(parts, ways);
        this.go = image -> ways.navigator().golden(image.machine().id());
        getStyleClass().addAll("edge-to-edge", "image-list");
        setAccessibleText("Golden images");
        setCellFactory(l -> {
            ImageCell cell = new ImageCell(parts.thumbnails(), this::menuBelow);
            cell.setOnMouseClicked(e -> {
                if (e.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
                    go.accept(cell.getItem());
                }
            });
            return cell;
        });
        setOnContextMenuRequested(this::requestMenu);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    void show(List<ImageSummary> images) {
        Optional<ImageSummary> was = selected();
        getItems().setAll(images);
        was.flatMap(w -> images.stream()
                        .filter(i -> i.machine().id().equals(w.machine().id()))
                        .findFirst())
                .ifPresent(getSelectionModel()::select);
    }

    void focus() {
        if (getSelectionModel().isEmpty()) {
            getSelectionModel().select(0);
        }
        requestFocus();
    }

    private Optional<ImageSummary> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    private void requestMenu(ContextMenuEvent e) {
        e.consume();
        if (e.isKeyboardTrigger()) {
            menuOfSelected();
        } else {
            selected().ifPresent(i -> show(i, menu -> menu.show(this, e.getScreenX(), e.getScreenY())));
        }
    }

    private void menuBelow(ImageSummary image, Node node) {
        getSelectionModel().select(image);
        show(image, menu -> Menus.showBelow(menu, node, this));
    }

    private void menuOfSelected() {
        selected()
                .ifPresent(image -> lookupAll(".image-cell").stream()
                        .filter(c -> c instanceof ImageCell cell && image.equals(cell.getItem()))
                        .findFirst()
                        .ifPresent(cell -> show(image, menu -> Menus.showBelow(menu, cell, this))));
    }

    private void show(ImageSummary image, Consumer<ContextMenu> place) {
        open.ifPresent(ContextMenu::hide);
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(new ImageMenu(doing).of(image, () -> go.accept(image)));
        open = Optional.of(menu);
        place.accept(menu);
    }

    private void onKey(KeyEvent e) {
        boolean menu = e.getCode() == KeyCode.CONTEXT_MENU || (e.getCode() == KeyCode.F10 && e.isShiftDown());
        if (menu) {
            menuOfSelected();
        } else if (e.getCode() == KeyCode.ENTER) {
            selected().ifPresent(go);
        } else if (e.getCode() == KeyCode.F2) {
            selected().ifPresent(doing::rename);
        } else {
            return;
        }
        e.consume();
    }
}
