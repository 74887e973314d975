package io.github.ingotvm.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.console.Keysym;
import io.github.ingotvm.ui.common.WayOut;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeyboardTest {
    private static final String NO_CHARACTER = KeyEvent.CHAR_UNDEFINED;

    private final List<String> sent = new ArrayList<>();
    private final Keyboard keyboard =
            new Keyboard((keysym, base) -> 0, (keysym, scanCode, down) -> sent.add((down ? "+" : "-") + name(keysym)));

    @Test
    void pressesAndReleasesTheKeyThatTypesASign() {
        keyboard.pressed(press(KeyCode.A, "a"));
        keyboard.typed(type("a"));
        keyboard.released(release(KeyCode.A, "a"));

        assertThat(sent).containsExactly("+a", "-a");
    }

    @Test
    void releasesWhatItPressedWhateverHappenedMeanwhile() {
        keyboard.pressed(press(KeyCode.SHIFT, ""));
        keyboard.pressed(press(KeyCode.DIGIT1, "!"));
        keyboard.released(release(KeyCode.SHIFT, ""));
        keyboard.released(release(KeyCode.DIGIT1, "1"));

        assertThat(sent).containsExactly("+ffe1", "+!", "-ffe1", "-!");
    }

    @Test
    void repeatsAKeyThatIsHeld() {
        keyboard.pressed(press(KeyCode.X, "x"));
        keyboard.pressed(press(KeyCode.X, "x"));
        keyboard.released(release(KeyCode.X, "x"));

        assertThat(sent).containsExactly("+x", "+x", "-x");
    }

    @Test
    void sendsTheLetterOfAControlCharacter() {
        keyboard.pressed(event(KeyEvent.KEY_PRESSED, KeyCode.C, "\u0003", true));

        assertThat(sent).containsExactly("+c");
    }

    @Test
    void typesWhatADeadKeyMade() {
        keyboard.pressed(press(KeyCode.DEAD_ACUTE, ""));
        keyboard.typed(type("é"));

        assertThat(sent).containsExactly("+é", "-é");
    }

    @Test
    void pressesKeysThatJavaSaysNothingOf() {
        int[] places = {184, 13, 0};
        int[] next = {0};
        List<String> codes = new ArrayList<>();
        Keyboard exact = new Keyboard(
                (keysym, base) -> places[next[0]++], (keysym, code, down) -> codes.add((down ? "+" : "-") + code));
        exact.pressed(press(KeyCode.UNDEFINED, "")); // AltGr
        exact.pressed(press(KeyCode.UNDEFINED, "")); // a dead key, while AltGr is held
        exact.released(release(KeyCode.UNDEFINED, ""));
        exact.released(release(KeyCode.UNDEFINED, ""));
        exact.pressed(press(KeyCode.UNDEFINED, "")); // one whose place is not known

        assertThat(codes).containsExactly("+184", "+13", "-13", "-184");
    }

    @Test
    void typesSignsOfKeysThatJavaDoesNotKnow() {
        keyboard.pressed(press(KeyCode.UNDEFINED, "ж"));
        keyboard.typed(type("ж"));
        keyboard.released(release(KeyCode.UNDEFINED, "ж"));

        assertThat(sent).containsExactly("+1000436", "-1000436");
    }

    @Test
    void letsGoOfEverything() {
        keyboard.pressed(press(KeyCode.CONTROL, ""));
        keyboard.pressed(press(KeyCode.F12, ""));
        keyboard.releaseAll();
        keyboard.released(release(KeyCode.F12, ""));

        assertThat(sent).containsExactly("+ffe3", "+ffc9", "-ffe3", "-ffc9");
    }

    @Test
    void releasesAChordFromItsEnd() {
        keyboard.chord(List.of(Keysym.CONTROL, Keysym.ALT, Keysym.DELETE));

        assertThat(sent).containsExactly("+ffe3", "+ffe9", "+ffff", "-ffff", "-ffe9", "-ffe3");
    }

    @Test
    void takesCtrlAltAloneAsTheWayOut() {
        WayOut alone = new WayOut();
        assertThat(alone.isTaken(press(KeyCode.CONTROL, ""))).isFalse();
        assertThat(alone.isTaken(event(KeyEvent.KEY_PRESSED, KeyCode.ALT, "", true)))
                .isFalse();
        assertThat(alone.isTaken(release(KeyCode.ALT, ""))).isTrue();
        assertThat(alone.isTaken(release(KeyCode.CONTROL, ""))).isFalse();

        WayOut shortcut = new WayOut();
        assertThat(shortcut.isTaken(event(KeyEvent.KEY_PRESSED, KeyCode.ALT, "", true)))
                .isFalse();
        assertThat(shortcut.isTaken(event(KeyEvent.KEY_PRESSED, KeyCode.T, "", true)))
                .isFalse();
        assertThat(shortcut.isTaken(release(KeyCode.ALT, ""))).isFalse();
    }

    @Test
    void releasesTheKeyThatWentDownWhereverItWas() {
        List<String> places = new ArrayList<>();
        int[] place = {30};
        Keyboard moving = new Keyboard(
                (keysym, base) -> place[0], (keysym, scanCode, down) -> places.add((down ? "+" : "-") + scanCode));
        moving.pressed(press(KeyCode.A, "a"));
        place[0] = 16; // the layout was switched meanwhile
        moving.released(release(KeyCode.A, "q"));

        assertThat(places).containsExactly("+30", "-30");
    }

    @Test
    void tellsWhichSignAKeyTypesByItself() {
        List<Integer> bases = new ArrayList<>();
        Keyboard asking = new Keyboard(
                (keysym, base) -> {
                    bases.add(base);
                    return 0;
                },
                (keysym, scanCode, down) -> {});
        asking.pressed(press(KeyCode.A, "A"));
        asking.pressed(press(KeyCode.DIGIT1, "!"));
        asking.pressed(press(KeyCode.UNDEFINED, "ж"));

        assertThat(bases).containsExactly((int) 'a', (int) '1', 0);
    }

    @Test
    void tellsTheNumericKeypadFromTheDigits() {
        keyboard.pressed(press(KeyCode.NUMPAD7, "7"));
        keyboard.pressed(press(KeyCode.DIGIT7, "7"));

        assertThat(sent).containsExactly("+ffb7", "+7");
    }

    private static String name(int keysym) {
        return keysym < 0x100 ? String.valueOf((char) keysym) : Integer.toHexString(keysym);
    }

    private static KeyEvent press(KeyCode code, String text) {
        return event(KeyEvent.KEY_PRESSED, code, text, false);
    }

    private static KeyEvent release(KeyCode code, String text) {
        return event(KeyEvent.KEY_RELEASED, code, text, false);
    }

    private static KeyEvent event(EventType<KeyEvent> type, KeyCode code, String text, boolean control) {
        return new KeyEvent(type, NO_CHARACTER, text, code, false, control, false, false);
    }

    private static KeyEvent type(String character) {
        return new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false);
    }
}
