package io.github.ingotvm.ui.machine;

import io.github.ingotvm.ui.common.MachineTab;
import io.github.ingotvm.ui.common.Sheets;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The chosen tab of a machine, or why it cannot be used. Whoever has the keyboard in here keeps it in here, whatever becomes of the
 * machine: on its screen, or on the button that helps.
 */
final class TabStage extends StackPane {
    private final StatePane state;
    private final Sheets sheets;
    private final ChangeListener<Node> finder = (o, was, is) -> foundAgain(was, is);
    private MachineTab tab;
    private boolean here;

    TabStage(List<MachineTab> tabs, StatePane state, Sheets sheets) {
        this.state = state;
        this.sheets = sheets;
        this.tab = tabs.get(0);
        getStyleClass().add("stage");
        setMinSize(0, 0);
        for (MachineTab one : tabs) {
            getChildren().add(one.view());
            one.view().setVisible(one == tab);
        }
        getChildren().add(state);
    }

    MachineTab tab() {
        return tab;
    }

    void choose(MachineTab chosen) {
        boolean inside = hasKeyboard();
        tab.view().setVisible(false);
        tab = chosen;
        tab.view().setVisible(true);
        if (inside) {
            focus();
        }
    }

    /** Shows the state, or the tab where there is none to tell. */
    void show(Optional<Situation> situation) {
        boolean inside = hasKeyboard();
        if (state.show(situation) && inside) {
            focus();
        }
    }

    /** Gives the keyboard to what is shown. */
    void focus() {
        if (sheets.isOpen()) {
            return;
        }
        if (state.isVisible()) {
            state.focus();
        } else {
            tab.focus();
        }
    }

    private @Nullable Node owner() {
        return getScene() == null ? null : getScene().getFocusOwner();
    }

    boolean hasKeyboard() {
        return isWithin(owner(), this);
    }

    private static boolean isWithin(@Nullable Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    /** Watches over the keyboard from now on. */
    void watch() {
        Scene scene = getScene();
        here = true;
        scene.focusOwnerProperty().addListener(finder);
    }

    void unwatch() {
        here = false;
        if (getScene() != null) {
            getScene().focusOwnerProperty().removeListener(finder);
        }
    }

    /** What had the keyboard is gone, and nobody else asked for it. */
    private void foundAgain(@Nullable Node was, @Nullable Node is) {
        if (is == null && was != null) {
            javafx.application.Platform.runLater(() -> {
                if (here && owner() == null) {
                    focus();
                }
            });
        }
    }
}
