package io.github.ingotvm.ui.common;

import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Shows one sheet above the window's content, which waits meanwhile: a question that fits no menu. */
public final class Sheets extends StackPane {
    private final Node content;
    private Optional<Node> before = Optional.empty();

    /** @param content what lies below */
    public Sheets(Node content) {
        this.content = content;
        getStyleClass().add("sheets");
        setAlignment(Pos.CENTER);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
        setOnMousePressed(e -> {
            if (e.getTarget() == this && e.getButton() == MouseButton.PRIMARY) {
                close();
            }
        });
    }

    public boolean isOpen() {
        return isVisible();
    }

    /** Opens a sheet in place of any other. */
    public void open(Sheet sheet) {
        if (!isOpen()) {
            before = Optional.ofNullable(getScene().getFocusOwner());
        }
        sheet.onClose(this::close);
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(sheet);
        // Nothing below can be reached, neither by pointer nor by Tab.
        content.setDisable(true);
        setVisible(true);
        FadeTransition fade = new FadeTransition(Duration.millis(120), this);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.play();
        sheet.focusFirst();
    }

    public void close() {
        if (!isOpen()) {
            return;
        }
        getChildren().clear();
        setVisible(false);
        content.setDisable(false);
        before.filter(n -> n.getScene() == getScene()).ifPresent(Node::requestFocus);
        before = Optional.empty();
    }
}
