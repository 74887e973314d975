package io.github.ingotvm.ui.console;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.console.PointerShape;
import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.ScreenAccess;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.LiveScreen;
import io.github.ingotvm.ui.common.Tools;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** A machine's screen that can be used: it connects while the machine runs, and again when the connection breaks. */
public final class ConsolePane implements LiveScreen {
    private static final String WAY_OUT = "The machine has the keyboard. Press Ctrl+Alt to take it back.";
    private static final Duration HINT_TIME = Duration.seconds(4);

    private final Tools tools;
    private final Link link;
    private final ConsoleView console;
    private final StackPane view = new StackPane();
    private final Label hint = new Label();
    private final FullScreen fullScreen;
    private final WayOut wayOut = new WayOut();
    private final List<Node> buttons;
    private String name = "";
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper();
    private boolean focusWanted;
    private boolean hinted;

    public ConsolePane(ScreenAccess screens, Tools tools, MachineId id) {
        this.tools = tools;
        this.link = new Link(tools.background(), () -> screens.open(id), new Hearing());
        this.console = new ConsoleView(link::with, this::own);
        this.fullScreen = new FullScreen(view, console);
        hint.getStyleClass().add("console-hint");
        hint.setWrapText(true);
        hint.setMouseTransparent(true);
        StackPane.setAlignment(hint, Pos.BOTTOM_CENTER);
        view.setMinSize(0, 0);
        view.getChildren().setAll(console, hint);
        MenuButton keys = SendKeys.button(this::chord);
        Button picture = Icons.button(Feather.IMAGE, "Save a picture of the screen", this::savePicture);
        Button full = Icons.button(Feather.MAXIMIZE, "Full screen (F11)", fullScreen::toggle);
        this.buttons = List.of(keys, picture, full);
        buttons.forEach(b -> b.getStyleClass().add(Styles.FLAT));
        keys.getStyleClass().add("no-arrow");
        console.focusedProperty().addListener((o, was, is) -> {
            if (is) {
                hintWayOut();
            }
        });
        say("");
        setLive(false);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Node> tools() {
        return buttons;
    }

    @Override
    public ReadOnlyBooleanProperty live() {
        return live.getReadOnlyProperty();
    }

    @Override
    public void show(VirtualMachine machine) {
        name = machine.displayName();
        console.setOpacity(machine.state() == PowerState.PAUSED ? 0.45 : 1);
        if (machine.state().isActive()) {
            link.want();
        } else {
            stop();
            say("");
        }
    }

    @Override
    public void focus() {
        focusWanted = !live.get();
        if (live.get() && !tools.sheets().isOpen()) {
            console.requestFocus();
        }
    }

    @Override
    public void stop() {
        console.releaseAll();
        link.drop();
        fullScreen.leave();
        setLive(false);
    }

    private void setLive(boolean now) {
        live.set(now);
        console.setVisible(now);
        buttons.forEach(b -> {
            b.setVisible(now);
            b.setManaged(now);
        });
        if (now && focusWanted) {
            focus();
        }
    }

    private void say(String sentence) {
        hint.setText(sentence);
        hint.setVisible(!sentence.isEmpty());
    }

    private void chord(List<Integer> keysyms) {
        console.chord(keysyms);
        console.requestFocus();
    }

    /** The keys that stay with the window: F11 and the way out. */
    private boolean own(KeyEvent e) {
        boolean plain = !e.isControlDown() && !e.isAltDown() && !e.isShiftDown();
        if (e.getCode() == KeyCode.F11 && plain) {
            if (e.getEventType() == KeyEvent.KEY_PRESSED) {
                fullScreen.toggle();
            }
            return true;
        }
        if (wayOut.isTaken(e)) {
            leaveKeyboard();
            return true;
        }
        return false;
    }

    /** Says how to get the keyboard back, when the guest is given it for the first time. */
    private void hintWayOut() {
        if (!hinted && live.get()) {
            hinted = true;
            say(WAY_OUT);
            PauseTransition pause = new PauseTransition(HINT_TIME);
            pause.setOnFinished(e -> {
                if (hint.getText().equals(WAY_OUT)) {
                    say("");
                }
            });
            pause.play();
        }
    }

    private void leaveKeyboard() {
        console.releaseAll();
        fullScreen.leave();
        buttons.get(0).requestFocus();
    }

    private void savePicture() {
        Frame frame = console.frame();
        int width = frame.width();
        int height = frame.height();
        int[] argb = frame.copy();
        String machine = name;
        Path folder = ScreenFile.folder(Path.of(System.getProperty("user.home")));
        tools.background()
                .run(
                        () -> ScreenFile.write(
                                folder,
                                machine,
                                LocalDateTime.now(java.time.ZoneId.systemDefault()),
                                width,
                                height,
                                argb),
                        file -> tools.notices().good("The picture is saved as " + file + "."),
                        tools.notices()::error);
        console.requestFocus();
    }

    /** What comes from the connection. */
    private final class Hearing implements Link.Events {
        @Override
        public void frame(RfbClient client) {
            console.paint(client);
            if (!live.get()) {
                say("");
                setLive(true);
            }
        }

        @Override
        public void shape(PointerShape shape) {
            console.shape(shape);
        }

        @Override
        public void lost(Optional<IngotException> why) {
            focusWanted |= console.isFocused();
            console.releaseAll();
            setLive(false);
            say(why.map(IngotException::getMessage).orElse("The screen went away; connecting again…"));
        }
    }
}
