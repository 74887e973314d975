package io.github.ingotvm.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.console.Keysym;
import io.github.ingotvm.console.keyboard.Stroke;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypingPlanTest {
    private static final Layout AMERICAN = new AmericanLayout();

    @Test
    void typesEverySignOfTheAmericanKeyboard() {
        String all =
                " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

        TypingPlan plan = TypingPlan.of(all, AMERICAN);

        assertThat(plan.missing()).isEmpty();
        assertThat(plan.keys()).hasSize(95).doesNotHaveDuplicates();
    }

    @Test
    void holdsShiftWhereItMust() {
        assertThat(AMERICAN.stroke('a')).contains(new Stroke(0x1E, false, false));
        assertThat(AMERICAN.stroke('A')).contains(new Stroke(0x1E, true, false));
        assertThat(AMERICAN.stroke('"')).contains(new Stroke(0x28, true, false));
        assertThat(AMERICAN.stroke('\\')).contains(new Stroke(0x2B, false, false));
        assertThat(AMERICAN.stroke('/')).contains(new Stroke(0x35, false, false));
    }

    @Test
    void pressesEnterOnceForEachLine() {
        TypingPlan plan = TypingPlan.of("a\r\nb\n\tc", AMERICAN);

        assertThat(plan.keys())
                .extracting(TypingPlan.Press::keysym)
                .containsExactly((int) 'a', Keysym.RETURN, (int) 'b', Keysym.RETURN, Keysym.TAB, (int) 'c');
    }

    @Test
    void saysWhatCannotBeTypedOnceForEachSign() {
        TypingPlan plan = TypingPlan.of("10 € + 5 € = 15\u0007 🙂", AMERICAN);

        assertThat(plan.missing()).containsExactly("€", "\u0007", "🙂");
        assertThat(plan.keys()).hasSize("10  + 5  = 15 ".length());
    }

    @Test
    void takesLongerForKeysThatAreHeld() {
        Layout altGr = keysym -> Optional.of(new Stroke(0x12, keysym == 'E', keysym == '€'));

        assertThat(TypingPlan.of("e", altGr).time()).isEqualTo(Duration.ofMillis(24));
        assertThat(TypingPlan.of("eE", altGr).time()).isEqualTo(Duration.ofMillis(72));
    }
}
