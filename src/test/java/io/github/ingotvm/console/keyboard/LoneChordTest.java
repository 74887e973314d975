package io.github.ingotvm.console.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.console.Keysym;
import org.junit.jupiter.api.Test;

class LoneChordTest {
    private final LoneChord chord = new LoneChord();

    @Test
    void isTakenWhenBothAreLetGoAlone() {
        assertThat(chord.isTaken(Keysym.CONTROL, true)).isFalse();
        assertThat(chord.isTaken(Keysym.ALT, true)).isFalse();
        assertThat(chord.isTaken(Keysym.ALT, false)).isTrue();
        assertThat(chord.isTaken(Keysym.CONTROL, false)).isFalse();
    }

    @Test
    void isTakenInAnyOrderAndWithTheRightHand() {
        chord.isTaken(Keysym.ALT_RIGHT, true);
        chord.isTaken(Keysym.CONTROL_RIGHT, true);

        assertThat(chord.isTaken(Keysym.CONTROL_RIGHT, false)).isTrue();
    }

    @Test
    void isAnotherChordWithAnythingInBetween() {
        chord.isTaken(Keysym.CONTROL, true);
        chord.isTaken(Keysym.ALT, true);
        chord.isTaken(Keysym.DELETE, true);
        chord.isTaken(Keysym.DELETE, false);
        assertThat(chord.isTaken(Keysym.ALT, false)).isFalse();
        assertThat(chord.isTaken(Keysym.CONTROL, false)).isFalse();

        chord.isTaken(Keysym.CONTROL, true);
        chord.isTaken(Keysym.ALT, true);
        assertThat(chord.isTaken(Keysym.ALT, false))
                .as("and the next one is a new one")
                .isTrue();
    }

    @Test
    void isNotOneOfTheTwo() {
        chord.isTaken(Keysym.CONTROL, true);
        assertThat(chord.isTaken(Keysym.CONTROL, false)).isFalse();
        chord.isTaken(Keysym.ALT, true);
        assertThat(chord.isTaken(Keysym.ALT, false)).isFalse();
    }
}
