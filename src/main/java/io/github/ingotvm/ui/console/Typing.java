package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.keyboard.KeyPlaces;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;

/** Pastes text as if it were typed: for installers, boot menus and consoles that know no clipboard. */
final class Typing {
    private static final TypeSheet.Choice AMERICAN = new TypeSheet.Choice("English (US)", new AmericanLayout());

    private final Tools tools;
    private final Layout here;
    private final Runnable afterwards;
    private final Typist typist;
    private final TypingBar bar;
    private int length;

    /** @param afterwards called when it has ended */
    Typing(Tools tools, KeyPlaces places, Keyboard.Keys keys, Runnable afterwards) {
        this.tools = tools;
        this.here = places::stroke;
        this.afterwards = afterwards;
        this.typist = new Typist(keys);
        this.bar = new TypingBar(typist::stop);
        typist.done().addListener((o, was, is) -> bar.show(is.intValue(), length));
    }

    Node bar() {
        return bar;
    }

    /** Asks what to type, and proposes what was copied last. */
    void ask() {
        String copied = Clipboard.getSystemClipboard().getString();
        tools.sheets().open(new TypeSheet(copied == null ? "" : copied, choices(), this::typeSoon).sheet());
    }

    /** This computer's keyboard first; one choice alone where the two are alike. */
    private List<TypeSheet.Choice> choices() {
        if (here.stroke('a').isEmpty()) {
            return List.of(AMERICAN);
        }
        TypeSheet.Choice like = new TypeSheet.Choice("As on this computer", here);
        boolean alike = IntStream.rangeClosed(0x20, 0x7E)
                .allMatch(sign -> here.stroke(sign).equals(AMERICAN.layout().stroke(sign)));
        return alike ? List.of(like) : List.of(like, AMERICAN);
    }

    /** The sheet gives the keyboard back when it closes; then it is taken. */
    private void typeSoon(TypingPlan plan) {
        Platform.runLater(() -> type(plan));
    }

    private void type(TypingPlan plan) {
        length = plan.keys().size();
        bar.show(0, length);
        bar.appear();
        typist.type(plan, this::ended);
    }

    private void ended(boolean whole) {
        bar.vanish();
        if (!whole) {
            tools.notices().info("Typed " + typist.done().get() + " of " + length + " signs.");
        }
        afterwards.run();
    }

    /** The machine can no longer be typed in. */
    void stop() {
        typist.stop();
    }
}
