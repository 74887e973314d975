package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.PointerShape;
import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.console.SizeAnswer;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Contact;
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
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** A machine's screen that can be used: it connects while the machine runs, and again when the connection breaks. */
final class ConsolePane implements MachineTab {
    private static final double DIMMED = 0.3;

    private final Tools tools;
    private final Link link;
    private final Keyboard keyboard;
    private final ConsoleView console;
    private final ScaleChoice scale;
    private final SharedClipboard clipboard;
    private final Typing typing;
    private final ForeignScreen viewer;
    private final EveryKey everyKey;
    private final Still still;
    private final KeyboardHint hint = new KeyboardHint();
    private final StackPane view = new StackPane();
    private final WayOut wayOut = new WayOut();
    private final ConsoleTools buttons;
    private final ReadOnlyObjectWrapper<Contact> contact = new ReadOnlyObjectWrapper<>(new Contact.Trying(false));
    private Runnable leave = () -> {};
    private Runnable takeBack = () -> {};
    private String name = "";
    private boolean runs;

    ConsolePane(Consoles shared, Tools tools, MachineId id) {
        this.tools = tools;
        this.link = new Link(tools.background(), () -> shared.screens().open(id), new Hearing());
        Keyboard.Keys keys = (keysym, scanCode, down) -> link.with(c -> c.key(keysym, scanCode, down));
        this.keyboard = new Keyboard(Keyboard.Places.of(shared.places()), keys);
        this.console = new ConsoleView(link::with);
        this.scale = new ScaleChoice(console, link::with, shared.settings(), id);
        this.clipboard = new SharedClipboard(link::with, shared.settings(), id);
        this.typing = new Typing(tools, shared.places(), keys, this::giveKeyboard);
        this.viewer = new ForeignScreen(shared.screens(), tools, id);
        this.everyKey = new EveryKey(console, keys, shared.settings());
        everyKey.onWayOut(() -> leave.run());
        everyKey.taken().addListener((o, was, is) -> everyKeyTaken(is));
        this.still = new Still(shared.thumbnails(), id, Bindings.createBooleanBinding(() -> !isLive(), contact));
        new GuestKeys(console, keyboard, this::own);
        console.focusedProperty().addListener((o, was, is) -> focusChanged(is));
        console.holding().addListener((o, was, is) -> pointerHeld(is));
        view.getStyleClass().add("console-ground");
        view.setMinSize(0, 0);
        view.getChildren().setAll(still.view(), console, hint, typing.bar());
        ScreenPictures pictures = new ScreenPictures(tools);
        this.buttons = new ConsoleTools(
                SendKeys.button(this::chord, typing::ask, clipboard.on(), everyKey.wanted()),
                scale.button(tools.notices()),
                () -> pictures.take(console.frame(), name),
                this::giveKeyboard);
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
        return buttons.all();
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
        clipboard.show(machine);
        runs = machine.state() == PowerState.RUNNING;
        console.setOpacity(runs ? 1 : DIMMED);
        if (!runs) {
            hint.vanish();
        }
        everyKey.setPossible(runs && isLive());
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
        if (!live) {
            takeBack.run();
            takeBack = () -> {};
        }
        contact.set(now);
        console.setVisible(live);
        still.view().setVisible(!live);
        everyKey.setPossible(live && runs);
        buttons.setVisible(live);
        if (live) {
            scale.connected();
            clipboard.connected(console.isFocused());
        } else {
            hint.vanish();
            console.setAlone(false);
            scale.stop();
            typing.stop();
        }
    }

    private void chord(List<Integer> keysyms) {
        keyboard.chord(keysyms);
        giveKeyboard();
    }

    /** Unless somebody is being asked something. */
    private void giveKeyboard() {
        if (isLive() && !tools.sheets().isOpen()) {
            console.requestFocus();
        }
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

    private void everyKeyTaken(boolean now) {
        if (now) {
            hint.everyKey();
        } else {
            hint.vanish();
            focusChanged(console.isFocused());
        }
    }

    private void pointerHeld(boolean now) {
        if (now) {
            hint.pointer();
        } else {
            hint.vanish();
        }
    }

    private void focusChanged(boolean now) {
        boolean has = now || everyKey.taken().get();
        clipboard.focus(has && isLive());
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
                takeBack = still.lend(client.screen());
                become(new Contact.Live());
            }
        }

        @Override
        public void shape(PointerShape shape) {
            console.shape(shape);
        }

        @Override
        public void pointerAlone(boolean alone) {
            console.setAlone(alone);
        }

        @Override
        public void sizeAnswered(SizeAnswer answer) {
            scale.answered(answer);
        }

        @Override
        public void copied(String text) {
            clipboard.copied(text);
        }

        @Override
        public boolean wantsClipboard() {
            return clipboard.isWanted();
        }

        @Override
        public void lost(Optional<IngotException> why) {
            releaseAll();
            boolean again = isLive() || (contact.get() instanceof Contact.Trying t && t.again());
            become(why.<Contact>map(e -> new Contact.Cannot("Not in this window", e.getMessage(), viewer.way(e)))
                    .orElseGet(() -> new Contact.Trying(again)));
        }
    }
}
