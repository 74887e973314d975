package io.github.ingotvm.console.keyboard;

import io.github.ingotvm.console.Keysym;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scan codes of set 1, those after 0xE0 with their top bit set (rfbproto, “QEMU Extended Key Event Message”), of keys that are in
 * the same place on every keyboard, and of Linux's key codes.
 */
final class ScanCodes {
    static final int UNKNOWN = 0;
    /** Up to here, without F11 and F12, Linux numbers the keys as the first PC did. */
    private static final int LAST_OF_THE_FIRST_PC = 83;

    private static final Map<Integer, Integer> NAMED = named();
    private static final Map<Integer, Integer> OF_LINUX = Map.ofEntries(
            Map.entry(85, 0x76), // Zenkaku/Hankaku
            Map.entry(86, 0x56), // the key beside the left Shift that American keyboards lack
            Map.entry(87, 0x57), // F11
            Map.entry(88, 0x58), // F12
            Map.entry(89, 0x73), // the Japanese and Brazilian key before the right Shift
            Map.entry(90, 0x78), // Katakana
            Map.entry(91, 0x77), // Hiragana
            Map.entry(92, 0x79), // Henkan
            Map.entry(93, 0x70), // Katakana/Hiragana
            Map.entry(94, 0x7B), // Muhenkan
            Map.entry(121, 0x7E), // the keypad's comma
            Map.entry(122, 0x72), // Hangul
            Map.entry(123, 0x71), // Hanja
            Map.entry(124, 0x7D), // Yen
            Map.entry(139, 0x9E), // menu
            Map.entry(150, 0x82), // web
            Map.entry(158, 0xEA), // back
            Map.entry(159, 0xE9), // forward
            Map.entry(163, 0x99), // next song
            Map.entry(164, 0xA2), // play
            Map.entry(165, 0x90), // previous song
            Map.entry(166, 0xA4)); // stop

    private static final int FIRST_NAME = 0xFD00;
    private static final int LAST_NAME = 0xFFFF;
    private static final int VOID = 0xFFFFFF;
    private static final int FIRST_OF_MAKERS = 0x10000000;

    private static final Set<Integer> RARE = IntStream.concat(
                    IntStream.of(Keysym.ALT_GRAPH, Keysym.KEYPAD_EQUAL),
                    IntStream.rangeClosed(13, 24).map(Keysym::function))
            .boxed()
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<Integer, Integer> TWINS = Map.ofEntries(
            Map.entry(Keysym.SHIFT_RIGHT, Keysym.SHIFT),
            Map.entry(Keysym.CONTROL_RIGHT, Keysym.CONTROL),
            Map.entry(Keysym.ALT_RIGHT, Keysym.ALT_GRAPH),
            Map.entry(Keysym.SUPER_RIGHT, Keysym.SUPER),
            Map.entry(Keysym.LEFT_TAB, Keysym.TAB),
            Map.entry(Keysym.KEYPAD_ENTER, Keysym.RETURN),
            Map.entry(Keysym.KEYPAD_HOME, Keysym.HOME),
            Map.entry(Keysym.KEYPAD_UP, Keysym.UP),
            Map.entry(Keysym.KEYPAD_PAGE_UP, Keysym.PAGE_UP),
            Map.entry(Keysym.KEYPAD_LEFT, Keysym.LEFT),
            Map.entry(Keysym.KEYPAD_RIGHT, Keysym.RIGHT),
            Map.entry(Keysym.KEYPAD_END, Keysym.END),
            Map.entry(Keysym.KEYPAD_DOWN, Keysym.DOWN),
            Map.entry(Keysym.KEYPAD_PAGE_DOWN, Keysym.PAGE_DOWN),
            Map.entry(Keysym.KEYPAD_INSERT, Keysym.INSERT),
            Map.entry(Keysym.KEYPAD_DELETE, Keysym.DELETE));

    private ScanCodes() {}

    /** Of a key that types nothing, of the numeric keypad, or of the space bar. */
    static int named(int keysym) {
        return NAMED.getOrDefault(keysym, UNKNOWN);
    }

    /**
     * Whether a keysym names a key and stands for no sign: those of terminals, dead keys, Return and the like, the keypad's, whose
     * digits are not those of the letters' rows; and those that makers of keyboards added.
     */
    static boolean isName(int keysym) {
        return (keysym >= FIRST_NAME && keysym <= LAST_NAME) || keysym >= FIRST_OF_MAKERS;
    }

    /** Whether a key that types this is one that the toolkit has no name for: none, a dead key, AltGr, a rare one. */
    static boolean isNameless(int keysym) {
        return keysym == 0 || keysym == VOID || RARE.contains(keysym) || (isName(keysym) && named(keysym) == UNKNOWN);
    }

    /** The name by which toolkits call a key, too, that is there twice: left and right, on the keypad and beside it; or its own. */
    static int twin(int keysym) {
        return TWINS.getOrDefault(keysym, keysym);
    }

    /** @param code as in Linux's input-event-codes.h */
    static int ofLinux(int code) {
        if (code >= 1 && code <= LAST_OF_THE_FIRST_PC) {
            return code;
        }
        return OF_LINUX.getOrDefault(code, UNKNOWN);
    }

    private static Map<Integer, Integer> named() {
        Map<Integer, Integer> all = new HashMap<>();
        all.put((int) ' ', 0x39);
        all.put(Keysym.ESCAPE, 0x01);
        all.put(Keysym.BACK_SPACE, 0x0E);
        all.put(Keysym.TAB, 0x0F);
        all.put(Keysym.LEFT_TAB, 0x0F);
        all.put(Keysym.RETURN, 0x1C);
        all.put(Keysym.CONTROL, 0x1D);
        all.put(Keysym.SHIFT, 0x2A);
        all.put(Keysym.SHIFT_RIGHT, 0x36);
        all.put(Keysym.ALT, 0x38);
        all.put(Keysym.CAPS_LOCK, 0x3A);
        all.put(Keysym.NUM_LOCK, 0x45);
        all.put(Keysym.SCROLL_LOCK, 0x46);
        all.put(Keysym.PRINT, 0x54);
        all.put(Keysym.PAUSE, 0xC6);
        all.put(Keysym.CONTROL_RIGHT, 0x9D);
        all.put(Keysym.ALT_RIGHT, 0xB8);
        all.put(Keysym.ALT_GRAPH, 0xB8);
        all.put(Keysym.SUPER, 0xDB);
        all.put(Keysym.SUPER_RIGHT, 0xDC);
        all.put(Keysym.MENU, 0xDD);
        all.put(Keysym.HOME, 0xC7);
        all.put(Keysym.UP, 0xC8);
        all.put(Keysym.PAGE_UP, 0xC9);
        all.put(Keysym.LEFT, 0xCB);
        all.put(Keysym.RIGHT, 0xCD);
        all.put(Keysym.END, 0xCF);
        all.put(Keysym.DOWN, 0xD0);
        all.put(Keysym.PAGE_DOWN, 0xD1);
        all.put(Keysym.INSERT, 0xD2);
        all.put(Keysym.DELETE, 0xD3);
        functions(all);
        keypad(all);
        return Map.copyOf(all);
    }

    private static void functions(Map<Integer, Integer> all) {
        int[] codes = {
            0x3B, 0x3C, 0x3D, 0x3E, 0x3F, 0x40, 0x41, 0x42, 0x43, 0x44, 0x57, 0x58, // F1 to F12
            0x5D, 0x5E, 0x5F, 0x55, 0x83, 0xF7, 0x84, 0x5A, 0x74, 0xF9, 0x6D, 0x6F // F13 to F24
        };
        for (int i = 0; i < codes.length; i++) {
            all.put(Keysym.function(i + 1), codes[i]);
        }
    }

    /** Each of its keys has two names, with Num Lock and without. */
    private static void keypad(Map<Integer, Integer> all) {
        int[] digits = {0x52, 0x4F, 0x50, 0x51, 0x4B, 0x4C, 0x4D, 0x47, 0x48, 0x49};
        for (int i = 0; i < digits.length; i++) {
            all.put(Keysym.keypad(i), digits[i]);
        }
        all.put(Keysym.KEYPAD_HOME, 0x47);
        all.put(Keysym.KEYPAD_UP, 0x48);
        all.put(Keysym.KEYPAD_PAGE_UP, 0x49);
        all.put(Keysym.KEYPAD_LEFT, 0x4B);
        all.put(Keysym.KEYPAD_BEGIN, 0x4C);
        all.put(Keysym.KEYPAD_RIGHT, 0x4D);
        all.put(Keysym.KEYPAD_END, 0x4F);
        all.put(Keysym.KEYPAD_DOWN, 0x50);
        all.put(Keysym.KEYPAD_PAGE_DOWN, 0x51);
        all.put(Keysym.KEYPAD_INSERT, 0x52);
        all.put(Keysym.KEYPAD_DELETE, 0x53);
        all.put(Keysym.KEYPAD_DECIMAL, 0x53);
        all.put(Keysym.KEYPAD_SEPARATOR, 0x53);
        all.put(Keysym.KEYPAD_MULTIPLY, 0x37);
        all.put(Keysym.KEYPAD_SUBTRACT, 0x4A);
        all.put(Keysym.KEYPAD_ADD, 0x4E);
        all.put(Keysym.KEYPAD_EQUAL, 0x59);
        all.put(Keysym.KEYPAD_ENTER, 0x9C);
        all.put(Keysym.KEYPAD_DIVIDE, 0xB5);
    }
}
