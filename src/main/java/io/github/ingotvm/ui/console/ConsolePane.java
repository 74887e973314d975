package io.github.ingotvm.ui.console;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.console.PointerShape;
import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.console.SizeAnswer;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Contact;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineTab;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.common.WayOut;
import io.github.ingotvm.ui.common.WindowKeys;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** A machine's screen that can be used: it connects while the machine runs, and again when the connection breaks. */
final class ConsolePane implements MachineTab {
    private static final double DIMMED = 0.3;

    private final Tools tools;
    private final Link link;
    private final Keyboard keyboard;
    private final ConsoleView console;
    private final ScaleChoice scale;
    private final Still still;
    private final KeyboardHint hint = new KeyboardHint();
    private final StackPane view = new StackPane();
    private final WayOut wayOut = new WayOut();
    private final List<Node> buttons;
    private final ReadOnlyObjectWrapper<Contact> contact = new ReadOnlyObjectWrapper<>(new Contact.Trying(false));
    private Runnable leave = () -> {};
    private String name = "";

    ConsolePane(Consoles shared, Tools tools, MachineId id) {
        this.tools = tools;
        this.link = new Link(tools.background(), () -> shared.screens().open(id), new Hearing());
        this.keyboard = new Keyboard(
                shared.places()::scanCode, (keysym, scanCode, down) -> link.with(c -> c.key(keysym, scanCode, down)));
        this.console = new ConsoleView(link::with);
        this.scale = new ScaleChoice(console, link::with, shared.settings(), id);
        this.still = new Still(shared.thumbnails(), id, Bindings.createBooleanBinding(() -> !isLive(), contact));
        new GuestKeys(console, keyboard, this::own);
        console.focusedProperty().addListener((o, was, is) -> focusChanged(is));
        view.getStyleClass().add("console-ground");
        view.setMinSize(0, 0);
        view.getChildren().setAll(still.view(), console, hint);
        this.buttons = buttons();
        become(contact.get());
    }

    private List<Node> buttons() {
        MenuButton keys = SendKeys.button(this::chord);
        MenuButton size = scale.button(tools.notices());
        ScreenPictures pictures = new ScreenPictures(tools);
        Button picture = Icons.button(
                Feather.IMAGE, "Save and copy a picture of the screen", () -> pictures.take(console.frame(), name));
        for (Button each : new Button[] {picture}) {
            each.addEventHandler(javafx.event.ActionEvent.ACTION, e -> console.requestFocus());
        }
        for (MenuButton menu : List.of(keys, size)) {
            menu.getStyleClass().add("no-arrow");
            menu.setOnHidden(e -> console.requestFocus());
        }
        List<Node> all = List.of(keys, size, picture);
        all.forEach(b -> b.getStyleClass().add(Styles.FLAT));
        return all;
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
            hint.vanish();
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
        releaseAll();
        link.drop();
        become(new Contact.Trying(false));
    }

    private void releaseAll() {
        keyboard.releaseAll();
        console.releaseButtons();
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
        if (live) {
            scale.connected();
        } else {
            hint.vanish();
            scale.stop();
        }
    }

    private void chord(List<Integer> keysyms) {
        keyboard.chord(keysyms);
        console.requestFocus();
    }

    /** The keys that stay with the window: F11 and the way out. */
    private boolean own(KeyEvent e) {
        if (wayOut.isTaken(e)) {
            releaseAll();
            leave.run();
            return true;
        }
        return WindowKeys.isOne(e);
    }

    private void focusChanged(boolean has) {
        if (!has) {
            console.releaseButtons();
        } else if (isLive()) {
            hint.once();
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
        public void sizeAnswered(SizeAnswer answer) {
            scale.answered(answer);
        }

        @Override
        public void lost(Optional<IngotException> why) {
            releaseAll();
            boolean again = isLive() || (contact.get() instanceof Contact.Trying t && t.again());
            become(why.<Contact>map(e -> new Contact.Cannot(e.getMessage(), Optional.empty()))
                    .orElseGet(() -> new Contact.Trying(again)));
        }
    }
}
