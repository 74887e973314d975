package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.Keysym;
import io.github.ingotvm.console.keyboard.Stroke;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Duration;

/** Types a text into a guest, key by key, at a pace that guests keep up with. */
final class Typist {
    private static final int SHIFT = 0x2A;
    private static final int ALT_GR = 0xB8;

    private final Keyboard.Keys keys;
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
    private final PauseTransition pause = new PauseTransition();
    private Optional<Text> text = Optional.empty();

    /** What is being typed, and who is told when it has ended, whole or not. */
    private record Text(List<TypingPlan.Press> presses, Consumer<Boolean> ended) {}

    Typist(Keyboard.Keys keys) {
        this.keys = keys;
        pause.setOnFinished(e -> next());
    }

    /** How many signs are typed so far. */
    ReadOnlyIntegerProperty done() {
        return done.getReadOnlyProperty();
    }

    boolean isTyping() {
        return text.isPresent();
    }

    /** @param ended told whether all of it was typed */
    void type(TypingPlan plan, Consumer<Boolean> ended) {
        stop();
        done.set(0);
        text = Optional.of(new Text(plan.keys(), ended));
        next();
    }

    private void next() {
        text.ifPresent(t -> {
            int at = done.get();
            if (at == t.presses().size()) {
                end(t, true);
                return;
            }
            TypingPlan.Press press = t.presses().get(at);
            press(press);
            done.set(at + 1);
            pause.setDuration(Duration.millis((double) press.time().toMillis()));
            pause.playFromStart();
        });
    }

    private void press(TypingPlan.Press press) {
        Stroke stroke = press.stroke();
        hold(stroke, true);
        keys.key(press.keysym(), stroke.scanCode(), true);
        keys.key(press.keysym(), stroke.scanCode(), false);
        hold(stroke, false);
    }

    private void hold(Stroke stroke, boolean down) {
        if (stroke.shift()) {
            keys.key(Keysym.SHIFT, SHIFT, down);
        }
        if (stroke.altGr()) {
            keys.key(Keysym.ALT_GRAPH, ALT_GR, down);
        }
    }

    /** Leaves the rest untyped. */
    void stop() {
        text.ifPresent(t -> end(t, false));
    }

    private void end(Text ended, boolean whole) {
        pause.stop();
        text = Optional.empty();
        ended.ended().accept(whole);
    }
}
