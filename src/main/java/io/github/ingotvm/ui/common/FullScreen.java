package io.github.ingotvm.ui.common;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A layer above the rest of a window that shows one part of it, and nothing else, on all of a monitor; and back. */
public final class FullScreen extends StackPane {
    /** What is shown, and how it goes back to where it was. */
    private record Shown(Stage stage, Runnable restore, ChangeListener<Boolean> leaver) {}

    private final Node rest;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private Optional<Shown> shown = Optional.empty();

    /** @param rest what is not seen meanwhile */
    public FullScreen(Node rest) {
        this.rest = rest;
        getStyleClass().add("full-screen");
        setVisible(false);
    }

    public ReadOnlyBooleanProperty on() {
        return on.getReadOnlyProperty();
    }

    /**
     * Takes over a part of the window.
     *
     * @param parts from the lowest; taken out of their parents
     * @param restore puts them back
     */
    public void enter(Runnable restore, Node... parts) {
        if (shown.isPresent() || getScene() == null || !(getScene().getWindow() instanceof Stage stage)) {
            return;
        }
        ChangeListener<Boolean> leaver = (o, was, is) -> {
            if (!is) {
                leave(); // the desktop has its own ways out
            }
        };
        shown = Optional.of(new Shown(stage, restore, leaver));
        getChildren().setAll(parts);
        setVisible(true);
        rest.setVisible(false);
        // Escape is the guest's key, and what there is to say is said here.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(true);
        stage.fullScreenProperty().addListener(leaver);
        on.set(true);
    }

    /** Does nothing when it is not on. */
    public void leave() {
        Optional<Shown> then = shown;
        shown = Optional.empty();
        then.ifPresent(s -> {
            s.stage().fullScreenProperty().removeListener(s.leaver());
            getChildren().clear();
            setVisible(false);
            rest.setVisible(true);
            s.restore().run();
            s.stage().setFullScreen(false);
            on.set(false);
        });
    }
}
