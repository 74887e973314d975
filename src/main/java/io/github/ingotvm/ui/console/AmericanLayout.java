package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.Keysym;
import io.github.ingotvm.console.keyboard.Stroke;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The American keyboard: what installers and rescue systems take for granted. */
final class AmericanLayout implements Layout {
    /** By scan code, from 0x02: what each key types by itself, and below it with Shift. A space is no sign of that key. */
    private static final String PLAIN = "1234567890-=  qwertyuiop[]  asdfghjkl;'` \\zxcvbnm,./";

    private static final String SHIFTED = "!@#$%^&*()_+  QWERTYUIOP{}  ASDFGHJKL:\"~ |ZXCVBNM<>?";
    private static final int FIRST = 0x02;

    private static final Map<Integer, Stroke> STROKES = strokes();

    private static Map<Integer, Stroke> strokes() {
        Map<Integer, Stroke> all = new HashMap<>();
        for (int i = 0; i < PLAIN.length(); i++) {
            if (PLAIN.charAt(i) != ' ') {
                all.put((int) PLAIN.charAt(i), new Stroke(FIRST + i, false, false));
                all.put((int) SHIFTED.charAt(i), new Stroke(FIRST + i, true, false));
            }
        }
        all.put((int) ' ', new Stroke(0x39, false, false));
        all.put(Keysym.RETURN, new Stroke(0x1C, false, false));
        all.put(Keysym.TAB, new Stroke(0x0F, false, false));
        return Map.copyOf(all);
    }

    @Override
    public Optional<Stroke> stroke(int keysym) {
        return Optional.ofNullable(STROKES.get(keysym));
    }
}
