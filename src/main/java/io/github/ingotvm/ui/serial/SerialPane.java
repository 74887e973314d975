package io.github.ingotvm.ui.serial;

import io.github.ingotvm.console.terminal.VirtualTerminal;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.machines.PowerControl;
import io.github.ingotvm.ui.common.Contact;
import io.github.ingotvm.ui.common.MachineTab;
import io.github.ingotvm.ui.common.Notice;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.common.WayOut;
import io.github.ingotvm.ui.common.WindowKeys;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * A machine's serial port as a tab. It is taken when the tab is first looked at: a port has one reader, and whoever had it
 * before, as another program, loses it. When somebody else takes it in turn it is given up, and had again by a button.
 */
public final class SerialPane implements MachineTab {
    private static final int COLUMNS = 80;
    private static final int ROWS = 24;
    private static final double DIMMED = 0.4;
    /** A machine that stops closes its port a little before it is known to have stopped. */
    private static final Duration DOUBT = Duration.seconds(1);

    private static final Duration HINT_TIME = Duration.seconds(5);
    private static final String HINT = "Press Enter if nothing appears. Ctrl+Alt takes the keyboard back.";
    private static final String TAKEN = "Another program may have taken it: a port has one reader at a time.";

    private final SerialLink link;
    private final VirtualTerminal terminal;
    private final SerialView serial;
    private final StackPane view = new StackPane();
    private final WayOut wayOut = new WayOut();
    private final Label hint = new Label(HINT);
    private final ReadOnlyObjectWrapper<Contact> contact = new ReadOnlyObjectWrapper<>(new Contact.Trying(false));
    private Runnable leave = () -> {};
    private boolean active;

    public SerialPane(PowerControl power, Tools tools, MachineId id) {
        this.terminal = new VirtualTerminal(COLUMNS, ROWS, this::send);
        this.serial = new SerialView(terminal, this::send);
        this.link = new SerialLink(tools.background(), sink -> power.serial(id, sink), this::heard, new Hearing());
        hint.getStyleClass().add("console-hint");
        hint.setMouseTransparent(true);
        hint.setVisible(false);
        StackPane.setAlignment(hint, Pos.BOTTOM_CENTER);
        view.getStyleClass().add("console-ground");
        view.setMinSize(0, 0);
        view.getChildren().setAll(serial, hint);
        view.visibleProperty().addListener((o, was, is) -> connect());
        serial.addEventHandler(KeyEvent.ANY, this::keyed);
        become(contact.get());
    }

    private void heard(byte[] bytes) {
        terminal.feed(bytes);
        serial.changed();
    }

    private void send(byte[] bytes) {
        link.send(bytes);
    }

    private void keyed(KeyEvent e) {
        if (wayOut.isTaken(e)) {
            leave.run();
        } else if (e.getEventType() == KeyEvent.KEY_PRESSED) {
            if (!WindowKeys.isOne(e) && !serial.hand().takes(e)) {
                serial.pressed(e);
            } else if (WindowKeys.isOne(e)) {
                return;
            }
        } else if (e.getEventType() == KeyEvent.KEY_TYPED && !(e.isControlDown() && e.isShiftDown())) {
            serial.typed(e);
        }
        e.consume();
    }

    @Override
    public String title() {
        return "Serial";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    public ReadOnlyObjectProperty<Contact> contact() {
        return contact.getReadOnlyProperty();
    }

    @Override
    public void show(VirtualMachine machine) {
        boolean was = active;
        active = machine.state().isActive();
        if (!active) {
            link.drop();
            become(new Contact.Trying(false));
        } else if (!was) {
            become(new Contact.Trying(false));
            connect();
        }
    }

    private void connect() {
        if (active && view.isVisible() && !(contact.get() instanceof Contact.Cannot)) {
            link.want();
        }
    }

    private void again() {
        become(new Contact.Trying(true));
        connect();
    }

    @Override
    public void focus() {
        serial.requestFocus();
    }

    @Override
    public void onWayOut(Runnable action) {
        leave = action;
    }

    @Override
    public void stop() {
        active = false;
        link.drop();
        become(new Contact.Trying(false));
    }

    private void become(Contact now) {
        contact.set(now);
        serial.setOpacity(now instanceof Contact.Live ? 1 : DIMMED);
    }

    /** What comes from the connection. */
    private final class Hearing implements SerialLink.Events {
        @Override
        public void opened() {
            become(new Contact.Live());
            serial.requestLayout();
            hint.setVisible(true);
            PauseTransition pause = new PauseTransition(HINT_TIME);
            pause.setOnFinished(e -> hint.setVisible(false));
            pause.play();
        }

        @Override
        public void closed(Optional<IngotException> why) {
            become(new Contact.Trying(true));
            hint.setVisible(false);
            PauseTransition doubt = new PauseTransition(DOUBT);
            doubt.setOnFinished(e -> {
                if (active && contact.get() instanceof Contact.Trying) {
                    become(new Contact.Cannot(
                            "The serial port is closed",
                            why.map(IngotException::getMessage).orElse(TAKEN),
                            Optional.of(new Notice.Action("Connect Again", SerialPane.this::again))));
                }
            });
            doubt.play();
        }
    }
}
