package io.github.ingotvm.ui.golden;

import io.github.ingotvm.ui.common.RowMenu;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/** The golden images, by mouse and keyboard. */
final class ImageList extends ListView<ImageSummary> {
    private final ImageActions doing;
    private final Consumer<ImageSummary> go;

    ImageList(GoldenParts parts, GoldenWays ways) {
        this.doing = new ImageActions(parts, ways);
        this.go = image -> ways.navigator().golden(image.machine().id());
        getStyleClass().addAll("edge-to-edge", "image-list");
        setAccessibleText("Golden images");
        RowMenu<ImageSummary> menu =
                new RowMenu<>(this, image -> new ImageMenu(doing).of(image, () -> go.accept(image)));
        setCellFactory(l -> {
            ImageCell cell = new ImageCell(parts.thumbnails(), menu::below);
            cell.setOnMouseClicked(e -> {
                if (e.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
                    go.accept(cell.getItem());
                }
            });
            return cell;
        });
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

    private void onKey(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER) {
            selected().ifPresent(go);
        } else if (e.getCode() == KeyCode.F2) {
            selected().ifPresent(doing::rename);
        } else {
            return;
        }
        e.consume();
    }
}
