package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.Keysym;
import io.github.ingotvm.console.keyboard.Stroke;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a text is typed.
 *
 * @param keys in this order
 * @param missing the signs that no key types, each once; they are left out
 */
record TypingPlan(List<Press> keys, List<String> missing) {
    /** QEMU hands a guest one press or release every ten milliseconds; the rest is for the way there. */
    private static final int MILLIS_PER_EVENT = 12;

    TypingPlan {
        keys = List.copyOf(keys);
        missing = List.copyOf(missing);
    }

    /** One sign. */
    record Press(int keysym, Stroke stroke) {
        /** How long it takes. */
        Duration time() {
            int events = 2 + (stroke.shift() ? 2 : 0) + (stroke.altGr() ? 2 : 0);
            return Duration.ofMillis((long) events * MILLIS_PER_EVENT);
        }
    }

    static TypingPlan of(String text, Layout layout) {
        List<Press> keys = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        text.replace("\r\n", "\n").codePoints().forEach(sign -> {
            int keysym = Keysym.of(sign);
            Optional<Stroke> stroke = isTypeable(sign) ? layout.stroke(keysym) : Optional.empty();
            stroke.ifPresentOrElse(s -> keys.add(new Press(keysym, s)), () -> missing.add(Character.toString(sign)));
        });
        return new TypingPlan(keys, List.copyOf(missing));
    }

    private static boolean isTypeable(int sign) {
        return sign == '\n' || sign == '\r' || sign == '\t' || (sign >= 0x20 && !Character.isISOControl(sign));
    }

    Duration time() {
        return keys.stream().map(Press::time).reduce(Duration.ZERO, Duration::plus);
    }
}
