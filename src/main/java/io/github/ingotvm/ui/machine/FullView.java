package io.github.ingotvm.ui.machine;

import io.github.ingotvm.ui.common.FullScreen;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** Puts a machine's stage on all of a monitor with its tools in a bar, and back to its page; F11 does both. */
final class FullView {
    private final FullScreen layer;
    private final BorderPane home;
    private final HBox toolsHome;
    private final TabStage stage;
    private final Node tools;
    private final FullScreenBar bar = new FullScreenBar(this::leave);
    private final EventHandler<MouseEvent> pointer = e -> bar.pointer(e.getY());
    private final EventHandler<KeyEvent> key = this::pressed;

    /**
     * @param home in whose center the stage is else
     * @param toolsHome where the tools are else, alone
     */
    FullView(FullScreen layer, BorderPane home, TabStage stage, HBox toolsHome, Node tools) {
        this.layer = layer;
        this.home = home;
        this.stage = stage;
        this.toolsHome = toolsHome;
        this.tools = tools;
        home.addEventHandler(KeyEvent.KEY_PRESSED, key);
    }

    private void pressed(KeyEvent e) {
        boolean plain = !e.isControlDown() && !e.isAltDown() && !e.isShiftDown() && !e.isMetaDown();
        if (e.getCode() == KeyCode.F11 && plain) {
            toggle();
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && isOn()) {
            stage.focus(); // from the bar back to the machine
            e.consume();
        }
    }

    void setName(String machine) {
        bar.setName(machine);
    }

    boolean isOn() {
        return layer.on().get();
    }

    void toggle() {
        if (isOn()) {
            leave();
        } else {
            enter();
        }
    }

    private void enter() {
        layer.addEventFilter(MouseEvent.MOUSE_MOVED, pointer);
        layer.addEventFilter(MouseEvent.MOUSE_DRAGGED, pointer);
        layer.addEventHandler(KeyEvent.KEY_PRESSED, key);
        layer.enter(this::restore, stage, bar);
        bar.begin(tools);
        stage.focus();
    }

    private void restore() {
        layer.removeEventFilter(MouseEvent.MOUSE_MOVED, pointer);
        layer.removeEventFilter(MouseEvent.MOUSE_DRAGGED, pointer);
        layer.removeEventHandler(KeyEvent.KEY_PRESSED, key);
        home.setCenter(stage);
        toolsHome.getChildren().setAll(tools);
        stage.focus();
    }

    void leave() {
        layer.leave();
    }

    /** Shows where the keyboard is when the machine has given it back. */
    void focusBar() {
        bar.focus();
    }
}
