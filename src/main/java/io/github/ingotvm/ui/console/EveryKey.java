package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.keyboard.KeyboardGrab;
import io.github.ingotvm.ui.common.Settings;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Gives a machine also the keys that the desktop keeps for itself, where the user wants that: while its screen has the keyboard and
 * the pointer is on it. The pointer's leaving, and Ctrl+Alt, give them back.
 */
final class EveryKey {
    private static final String SETTING = "every.key";

    private final Node console;
    private final Keyboard.Keys keys;
    private final BooleanProperty wanted;
    private final ReadOnlyBooleanWrapper taken = new ReadOnlyBooleanWrapper();
    /** While the keys are taken the screen has no focus, but it is still the one that would have it. */
    private final ChangeListener<Node> elsewhere;

    private Optional<KeyboardGrab> grab = Optional.empty();
    private Runnable wayOut = () -> {};
    private boolean possible;

    EveryKey(Node console, Keyboard.Keys keys, Settings settings) {
        this.console = console;
        this.keys = keys;
        this.elsewhere = (o, was, is) -> {
            if (is != console) {
                giveBack();
            }
        };
        this.wanted = new SimpleBooleanProperty(
                settings.get(SETTING).filter("on"::equals).isPresent());
        wanted.addListener((o, was, is) -> {
            settings.put(SETTING, is ? "on" : "off");
            consider();
        });
        console.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> consider());
        console.addEventHandler(MouseEvent.MOUSE_EXITED, e -> giveBack());
        console.focusedProperty().addListener((o, was, is) -> consider());
        console.sceneProperty().addListener((o, was, is) -> watch(was, is));
    }

    /** Whether the user wants it; remembered. */
    BooleanProperty wanted() {
        return wanted;
    }

    /** Whether the machine has every key now. The window then seems to have lost the keyboard. */
    ReadOnlyBooleanProperty taken() {
        return taken.getReadOnlyProperty();
    }

    /** @param action called when the user has taken the keyboard back */
    void onWayOut(Runnable action) {
        wayOut = action;
    }

    /** Whether there is a machine that runs, to give them to. */
    void setPossible(boolean now) {
        possible = now;
        if (now) {
            consider();
        } else {
            giveBack();
        }
    }

    private void watch(@Nullable Scene was, @Nullable Scene is) {
        if (was != null) {
            was.focusOwnerProperty().removeListener(elsewhere);
            giveBack();
        }
        if (is != null) {
            is.focusOwnerProperty().addListener(elsewhere);
        }
    }

    private void consider() {
        if (possible && wanted.get() && grab.isEmpty() && console.isFocused() && console.isHover()) {
            grab = KeyboardGrab.take(new Hearing());
            taken.set(grab.isPresent());
        } else if (!wanted.get()) {
            giveBack();
        }
    }

    private void giveBack() {
        grab.ifPresent(KeyboardGrab::close);
    }

    private final class Hearing implements KeyboardGrab.Listener {
        @Override
        public void key(int keysym, int scanCode, boolean down) {
            Platform.runLater(() -> keys.key(keysym, scanCode, down));
        }

        @Override
        public void ended(boolean byWayOut) {
            Platform.runLater(() -> {
                grab = Optional.empty();
                if (byWayOut) {
                    wayOut.run(); // the keyboard goes elsewhere before it is taken again
                }
                taken.set(false);
            });
        }
    }
}
