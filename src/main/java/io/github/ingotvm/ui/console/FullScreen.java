package io.github.ingotvm.ui.console;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The guest's screen, and nothing else, on all of a monitor; and back. */
final class FullScreen {
    /** What the window was before. */
    private record Before(Stage stage, Scene scene, Parent root, ChangeListener<Boolean> leaver) {}

    private final StackPane home;
    private final Node content;
    private Optional<Before> before = Optional.empty();

    /**
     * @param home where the content is else
     * @param content what is shown
     */
    FullScreen(StackPane home, Node content) {
        this.home = home;
        this.content = content;
    }

    void toggle() {
        if (before.isPresent()) {
            leave();
        } else {
            enter();
        }
    }

    private void enter() {
        Scene scene = home.getScene();
        if (scene == null || !(scene.getWindow() instanceof Stage stage)) {
            return;
        }
        ChangeListener<Boolean> leaver = (o, was, is) -> {
            if (!is) {
                leave(); // the desktop has its own ways out
            }
        };
        before = Optional.of(new Before(stage, scene, scene.getRoot(), leaver));
        home.getChildren().remove(content);
        StackPane alone = new StackPane(content);
        alone.getStyleClass().add("full-screen");
        scene.setRoot(alone);
        // Escape is the guest's key.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("Press F11 to leave the full screen");
        stage.setFullScreen(true);
        stage.fullScreenProperty().addListener(leaver);
        content.requestFocus();
    }

    /** Does nothing when it is not on. */
    void leave() {
        Optional<Before> then = before;
        before = Optional.empty();
        then.ifPresent(this::restore);
    }

    private void restore(Before then) {
        then.stage().fullScreenProperty().removeListener(then.leaver());
        then.stage().setFullScreen(false);
        ((StackPane) then.scene().getRoot()).getChildren().clear();
        then.scene().setRoot(then.root());
        home.getChildren().add(0, content);
        content.requestFocus();
    }
}
