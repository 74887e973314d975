package io.github.ingotvm.ui.common;

import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Shows one sheet above the window's content, which waits meanwhile: a question that fits no menu. */
public final class Sheets extends StackPane {
    private final ChangeListener<Node> keepFocus = (o, was, is) -> keepInside(is);
    private Optional<Node> before = Optional.empty();
    private Optional<Sheet> sheet = Optional.empty();

    public Sheets() {
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
        close();
        before = Optional.ofNullable(getScene().getFocusOwner());
        sheet.onClose(this::close);
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        this.sheet = Optional.of(sheet);
        getChildren().setAll(sheet);
        setVisible(true);
        getScene().focusOwnerProperty().addListener(keepFocus);
        FadeTransition fade = new FadeTransition(Duration.millis(120), this);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.play();
        sheet.focusFirst();
    }

    /** What lies below can be reached neither by pointer nor by Tab. */
    private void keepInside(@Nullable Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == this) {
                return;
            }
        }
        sheet.ifPresent(Sheet::focusFirst);
    }

    public void close() {
        if (!isOpen()) {
            return;
        }
        getChildren().clear();
        setVisible(false);
        getScene().focusOwnerProperty().removeListener(keepFocus);
        sheet = Optional.empty();
        before.filter(n -> n.getScene() == getScene()).ifPresent(Node::requestFocus);
        before = Optional.empty();
    }
}
