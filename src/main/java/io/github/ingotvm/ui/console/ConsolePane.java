package io.github.ingotvm.ui.console;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.console.PointerShape;
import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.ScreenAccess;
import io.github.ingotvm.ui.common.Contact;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineTab;
import io.github.ingotvm.ui.common.Thumbnails;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** A machine's screen that can be used: it connects while the machine runs, and again when the connection breaks. */
public final class ConsolePane implements MachineTab {
    private static final String WAY_OUT = "The machine has the keyboard. Press Ctrl+Alt to take it back.";
    private static final Duration HINT_TIME = Duration.seconds(4);
    private static final double DIMMED = 0.3;

    private final Link link;
    private final ConsoleView console;
    private final Still still;
    private final StackPane view = new StackPane();
    private final Label hint = new Label();
    private final WayOut wayOut = new WayOut();
    private final List<Node> buttons;
    private final ReadOnlyObjectWrapper<Contact> contact = new ReadOnlyObjectWrapper<>(new Contact.Trying(false));
    private Runnable leave = () -> {};
    private String name = "";
    private boolean hinted;

    public ConsolePane(ScreenAccess screens, Thumbnails thumbnails, Tools tools, MachineId id) {
        this.link = new Link(tools.background(), () -> screens.open(id), new Hearing());
        this.console = new ConsoleView(link::with, this::own);
        this.still = new Still(thumbnails, id, Bindings.createBooleanBinding(() -> !isLive(), contact));
        hint.getStyleClass().add("console-hint");
        hint.setWrapText(true);
        hint.setMouseTransparent(true);
        hint.setVisible(false);
        StackPane.setAlignment(hint, Pos.BOTTOM_CENTER);
        view.getStyleClass().add("console-ground");
        view.setMinSize(0, 0);
        view.getChildren().setAll(still.view(), console, hint);
        ScreenPictures pictures = new ScreenPictures(tools);
        MenuButton keys = SendKeys.button(this::chord);
        Button picture = Icons.button(Feather.IMAGE, "Save and copy a picture of the screen", () -> {
            pictures.take(console.frame(), name);
            console.requestFocus();
        });
        this.buttons = List.of(keys, picture);
        buttons.forEach(b -> b.getStyleClass().add(Styles.FLAT));
        keys.getStyleClass().add("no-arrow");
        console.focusedProperty().addListener((o, was, is) -> {
            if (is) {
                hintWayOut();
            }
        });
        become(contact.get());
    }

    @Override
    public String title() {
        return "Screen";
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
    public ReadOnlyObjectProperty<Contact> contact() {
        return contact.getReadOnlyProperty();
    }

    private boolean isLive() {
        return contact.get() instanceof Contact.Live;
    }

    @Override
    public void show(VirtualMachine machine) {
        name = machine.displayName();
        still.show(machine);
        boolean runs = machine.state() == PowerState.RUNNING;
        console.setOpacity(runs ? 1 : DIMMED);
        if (!runs) {
            hint.setVisible(false);
        }
        if (machine.state().isActive()) {
            link.want();
        } else {
            letGo();
        }
    }

    @Override
    public void focus() {
        console.requestFocus();
    }

    @Override
    public void onWayOut(Runnable action) {
        leave = action;
    }

    @Override
    public void stop() {
        letGo();
        still.stop();
    }

    private void letGo() {
        console.releaseAll();
        link.drop();
        become(new Contact.Trying(false));
    }

    private void become(Contact now) {
        boolean live = now instanceof Contact.Live;
        if (live) {
            console.setVisible(true); // else it could not take the keyboard
        }
        contact.set(now);
        console.setVisible(live);
        still.view().setVisible(!live);
        buttons.forEach(b -> {
            b.setVisible(live);
            b.setManaged(live);
        });
        if (!live) {
            hint.setVisible(false);
        }
    }

    private void chord(List<Integer> keysyms) {
        console.chord(keysyms);
        console.requestFocus();
    }

    /** The keys that stay with the window: F11 and the way out. */
    private boolean own(KeyEvent e) {
        if (wayOut.isTaken(e)) {
            console.releaseAll();
            leave.run();
            return true;
        }
        return WindowKeys.isOne(e);
    }

    /** Says how to get the keyboard back, when the guest is given it for the first time. */
    private void hintWayOut() {
        if (!hinted && isLive()) {
            hinted = true;
            hint.setText(WAY_OUT);
            hint.setVisible(true);
            PauseTransition pause = new PauseTransition(HINT_TIME);
            pause.setOnFinished(e -> hint.setVisible(false));
            pause.play();
        }
    }

    /** What comes from the connection. */
    private final class Hearing implements Link.Events {
        @Override
        public void frame(RfbClient client) {
            console.paint(client);
            if (!isLive()) {
                become(new Contact.Live());
            }
        }

        @Override
        public void shape(PointerShape shape) {
            console.shape(shape);
        }

        @Override
        public void lost(Optional<IngotException> why) {
            console.releaseAll();
            boolean again = isLive() || (contact.get() instanceof Contact.Trying t && t.again());
            become(why.<Contact>map(e -> new Contact.Cannot(e.getMessage(), Optional.empty()))
                    .orElseGet(() -> new Contact.Trying(again)));
        }
    }
}
