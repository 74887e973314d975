package io.github.ingotvm.ui.machine;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.ui.common.Icons;
import javafx.animation.PauseTransition;
import javafx.animation.TranslateTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The bar that slides down when the pointer touches the top edge of a full screen: the machine's name and what can be done. */
final class FullScreenBar extends HBox {
    private static final double EDGE = 2;
    private static final Duration SLIDE = Duration.millis(160);
    private static final Duration FIRST_LOOK = Duration.seconds(3);
    private static final Duration LINGER = Duration.millis(700);

    private final Label name = new Label();
    private final Button leave;
    private final TranslateTransition slide = new TranslateTransition(SLIDE, this);
    private final PauseTransition linger = new PauseTransition(LINGER);

    /** @param leaveFullScreen called by its button */
    FullScreenBar(Runnable leaveFullScreen) {
        getStyleClass().add("full-screen-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.TOP_CENTER);
        name.getStyleClass().add("bar-name");
        leave = new Button("Leave Full Screen", Icons.of(Feather.MINIMIZE));
        leave.getStyleClass().addAll(Styles.FLAT, "leave-full-screen");
        leave.setOnAction(e -> leaveFullScreen.run());
        leave.setAccessibleText("Leave full screen (F11)");
        linger.setOnFinished(e -> hideUnlessNeeded());
        hoverProperty().addListener((o, was, is) -> {
            if (is) {
                reveal();
            } else {
                hideIn(LINGER);
            }
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> linger.stop());
    }

    void setName(String machine) {
        name.setText(machine);
    }

    /** Takes what can be done, and shows itself for a moment so that one knows where it is. */
    void begin(Node tools) {
        getChildren().setAll(name, tools, leave);
        setTranslateY(0);
        hideIn(FIRST_LOOK);
    }

    /** The pointer moved anywhere on the full screen. */
    void pointer(double y) {
        if (y <= EDGE) {
            reveal();
        }
    }

    /** Slides down and takes the keyboard. */
    void focus() {
        reveal();
        leave.requestFocus();
    }

    private void reveal() {
        linger.stop();
        slideTo(0);
        hideIn(LINGER);
    }

    private void hideIn(Duration time) {
        linger.setDuration(time);
        linger.playFromStart();
    }

    private void hideUnlessNeeded() {
        boolean menu = lookupAll(".menu-button").stream().anyMatch(n -> n instanceof MenuButton b && b.isShowing());
        boolean focused = isFocusWithin();
        if (isHover() || menu || focused) {
            linger.playFromStart();
        } else {
            slideTo(-getHeight() - 8);
        }
    }

    private void slideTo(double y) {
        if (slide.getToY() == y && slide.getStatus() == javafx.animation.Animation.Status.RUNNING) {
            return;
        }
        slide.stop();
        slide.setToY(y);
        slide.play();
    }
}
