package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Settings;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * Text that is copied here and pasted in a machine, and the other way. Only while its screen has the keyboard: what is copied while
 * one works elsewhere is not told to the machine, and what the machine copies meanwhile does not come here.
 */
final class SharedClipboard {
    /** By this password managers mark what nobody else should keep. */
    private static final String SECRET = "x-kde-passwordManagerHint";

    private static final String OFF = "off";

    private final Consumer<Consumer<RfbClient>> client;
    private final BooleanProperty on;
    /** What came from the machine last: it has that itself. */
    private Optional<String> theirs = Optional.empty();

    private boolean windows;
    /** Read by the connection's thread. */
    private volatile boolean wanted;

    SharedClipboard(Consumer<Consumer<RfbClient>> client, Settings settings, MachineId id) {
        this.client = client;
        String key = "clipboard." + id;
        this.on =
                new SimpleBooleanProperty(settings.get(key).filter(OFF::equals).isEmpty());
        on.addListener((o, was, is) -> settings.put(key, is ? "on" : OFF));
    }

    /** Whether the user wants it, for this machine; remembered. */
    BooleanProperty on() {
        return on;
    }

    /** The machine as it is now: Windows ends its lines otherwise. */
    void show(VirtualMachine machine) {
        windows =
                machine.mark().osId().filter(os -> os.contains("microsoft.com")).isPresent();
    }

    /** Another connection, and perhaps another guest. */
    void connected(boolean focused) {
        theirs = Optional.empty();
        focus(focused);
    }

    /** The screen has got the keyboard, or lost it. */
    void focus(boolean has) {
        wanted = has && on.get();
        if (wanted) {
            tell();
        }
    }

    /** Each time, since a guest whose agent came later has not heard of it; a text is fetched only when it is pasted. */
    private void tell() {
        Clipboard here = Clipboard.getSystemClipboard();
        boolean secret =
                here.getContentTypes().stream().anyMatch(f -> f.getIdentifiers().contains(SECRET));
        String text = secret ? null : here.getString();
        if (text == null || text.isEmpty() || theirs.equals(Optional.of(text))) {
            return;
        }
        client.accept(c -> c.clipboard(windows ? text.replace("\r\n", "\n").replace("\n", "\r\n") : text));
    }

    /** Whether the guest's text may come; on any thread. */
    boolean isWanted() {
        return wanted;
    }

    /** The guest copied this. */
    void copied(String text) {
        if (!wanted || text.isEmpty()) {
            return;
        }
        String plain = text.replace("\r\n", "\n");
        theirs = Optional.of(plain);
        ClipboardContent content = new ClipboardContent();
        content.putString(plain);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
