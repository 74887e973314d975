package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.console.SizeAnswer;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Asks a guest for a screen as large as the room, when the room has come to rest. */
final class Follower {
    private static final Duration REST = Duration.millis(250);
    private static final int LEAST = 320;

    /** What a guest was asked for. */
    private record Size(int width, int height) {}

    private final Viewport viewport;
    private final Consumer<Consumer<RfbClient>> client;
    private final PauseTransition rest = new PauseTransition(REST);
    private Optional<Size> asked = Optional.empty();
    private boolean refused;

    Follower(Viewport viewport, Consumer<Consumer<RfbClient>> client) {
        this.viewport = viewport;
        this.client = client;
        rest.setOnFinished(e -> ask());
    }

    /** There is another room, or another wish. */
    void room() {
        if (viewport.mode() == ScaleMode.FOLLOW) {
            rest.playFromStart();
        }
    }

    private void ask() {
        Size size = new Size(Math.max(LEAST, viewport.pixelsAcross()), Math.max(LEAST, viewport.pixelsDown()));
        if (viewport.mode() != ScaleMode.FOLLOW || asked.equals(Optional.of(size))) {
            return;
        }
        client.accept(c -> {
            if (c.isResizable()) {
                asked = Optional.of(size);
                c.wishSize(size.width(), size.height());
            }
        });
    }

    /** Gives whether the guest cannot follow. */
    boolean answered(SizeAnswer answer) {
        refused = answer == SizeAnswer.REFUSED;
        return refused;
    }

    /** Whether the guest may be asked, as far as it is known. */
    boolean isPossible() {
        boolean[] resizable = new boolean[1];
        client.accept(c -> resizable[0] = c.isResizable());
        return resizable[0] && !refused;
    }

    /** Another connection, and perhaps another guest. */
    void begin() {
        asked = Optional.empty();
        refused = false;
        room();
    }

    void stop() {
        rest.stop();
    }
}
