package io.github.ingotvm.console.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.console.Keysym;
import org.junit.jupiter.api.Test;

class KeymapTest {
    private static final int Y_KEY = 0x15;
    private static final int Z_KEY = 0x2C;
    private static final int DOT_KEY = 0x34;
    private static final int SLASH_KEY = 0x35;
    private static final int SHE = Keysym.of('ш');
    private static final int YU = Keysym.of('ю');

    private static final Keymap.Now PLAIN = new Keymap.Now(0, 0);
    private static final Keymap.Now SECOND = new Keymap.Now(1, 0);

    private final Keymap keymap = new Keymap();

    @Test
    void findsTheKeyThatTypesASign() {
        key(Y_KEY, 0, "zZ");
        key(Z_KEY, 0, "yY");

        assertThat(keymap.scanCode('z', 0, PLAIN)).isEqualTo(Y_KEY);
        assertThat(keymap.scanCode('Y', 0, PLAIN)).isEqualTo(Z_KEY);
        assertThat(keymap.scanCode('q', 0, PLAIN)).isEqualTo(KeyPlaces.UNKNOWN);
    }

    @Test
    void findsItInTheLayoutThatIsInUse() {
        key(DOT_KEY, 0, ".>");
        key(SLASH_KEY, 0, "/?");
        key(DOT_KEY, 1, "юЮ");
        key(SLASH_KEY, 1, ".,");

        assertThat(keymap.scanCode('.', '.', PLAIN)).isEqualTo(DOT_KEY);
        assertThat(keymap.scanCode('.', '.', SECOND)).isEqualTo(SLASH_KEY);
        // The toolkit has no name for this letter, so it gives the first layout's.
        assertThat(keymap.scanCode(YU, '.', SECOND)).isEqualTo(DOT_KEY);
        assertThat(keymap.scanCode(',', '.', SECOND)).isEqualTo(SLASH_KEY);
    }

    @Test
    void goesByWhatElseAKeyTypesWhereSeveralTypeASign() {
        key(DOT_KEY, 0, ",;");
        key(SLASH_KEY, 0, "m,");

        assertThat(keymap.scanCode(',', ',', PLAIN)).isEqualTo(DOT_KEY);
        assertThat(keymap.scanCode(',', 'm', PLAIN)).isEqualTo(SLASH_KEY);
        assertThat(keymap.scanCode(',', 0, PLAIN)).isEqualTo(DOT_KEY);
        assertThat(keymap.scanCode(',', 0, new Keymap.Now(0, Keymap.SHIFT))).isEqualTo(SLASH_KEY);
    }

    @Test
    void goesByTheKeyItselfWhereItsSignIsNowhere() {
        key(Y_KEY, 0, "yY");
        key(Y_KEY, 1, "шШ");

        assertThat(keymap.scanCode(1, 'y', SECOND)).isEqualTo(Y_KEY);
        assertThat(keymap.scanCode(SHE, 0, PLAIN))
                .as("of a layout that was left meanwhile")
                .isEqualTo(Y_KEY);
    }

    @Test
    void saysWhatToHoldForASign() {
        key(Y_KEY, 0, "zZ←¥");

        assertThat(keymap.stroke('Z', 0)).contains(new Stroke(Y_KEY, true, false));
        assertThat(keymap.stroke(Keysym.of('←'), 0)).contains(new Stroke(Y_KEY, false, true));
        assertThat(keymap.stroke(Keysym.of('¥'), 0)).contains(new Stroke(Y_KEY, true, true));
        assertThat(keymap.stroke('z', 1)).isEmpty();
    }

    @Test
    void typesWithAKeyThatEveryKeyboardHasWhereItCan() {
        int besideShift = 86;
        keymap.add(besideShift + 8, 0, 0, '<');
        keymap.add(besideShift + 8, 0, 1, '|');
        key(DOT_KEY, 0, ",<");

        assertThat(keymap.stroke('<', 0)).contains(new Stroke(DOT_KEY, true, false));
        assertThat(keymap.stroke('|', 0)).contains(new Stroke(0x56, true, false));
    }

    @Test
    void tellsWhetherAPressIsTheOneThatTheToolkitTellsOf() {
        int deadAcute = 0xFE51;
        keymap.add(Y_KEY + 8, 0, 0, 'y');
        keymap.add(Y_KEY + 8, 0, 1, deadAcute);
        keymap.add(Z_KEY + 8, 0, 0, Keysym.KEYPAD_ENTER);

        assertThat(keymap.fits(press(Y_KEY, PLAIN), 'y')).isTrue();
        assertThat(keymap.fits(press(Y_KEY, PLAIN), 'x')).isFalse();
        assertThat(keymap.fits(press(Y_KEY, PLAIN), 0)).as("it types a sign").isFalse();
        assertThat(keymap.fits(press(Y_KEY, new Keymap.Now(0, Keymap.SHIFT)), 0))
                .as("a dead key with Shift")
                .isTrue();
        assertThat(keymap.fits(press(Z_KEY, PLAIN), Keysym.RETURN))
                .as("its twin")
                .isTrue();
        assertThat(keymap.fits(press(Z_KEY, new Keymap.Now(1, Keymap.ALT_GR)), 0))
                .as("a key of one level types the same at all")
                .isFalse();
    }

    @Test
    void takesPressesInTheirOrderAndForgetsOldOnes() {
        Presses presses = new Presses();
        presses.add(new Presses.Press(1, PLAIN, 0));
        presses.add(new Presses.Press(2, PLAIN, 5_000));
        presses.add(new Presses.Press(3, PLAIN, 5_001));
        presses.add(new Presses.Press(4, PLAIN, 5_002));

        assertThat(presses.take(p -> p.keycode() == 1)).as("too long ago").isEmpty();
        assertThat(presses.take(p -> p.keycode() >= 3))
                .hasValueSatisfying(p -> assertThat(p.keycode()).isEqualTo(3));
        assertThat(presses.take(p -> p.keycode() == 2)).as("it came before").isEmpty();
        assertThat(presses.take(p -> true)).isPresent();
        assertThat(presses.take(p -> true)).isEmpty();
    }

    private static Presses.Press press(int scanCode, Keymap.Now now) {
        return new Presses.Press(scanCode + 8, now, 0);
    }

    private void key(int scanCode, int group, String signs) {
        for (int level = 0; level < signs.length(); level++) {
            keymap.add(scanCode + 8, group, level, Keysym.of(signs.charAt(level)));
        }
    }
}
