package io.github.ingotvm.console;

/** Numbers of keys (RFC 6143, section 7.5.4), as in X11's keysymdef.h. */
public final class Keysym {
    public static final int BACK_SPACE = 0xFF08;
    public static final int TAB = 0xFF09;
    public static final int RETURN = 0xFF0D;
    public static final int PAUSE = 0xFF13;
    public static final int SCROLL_LOCK = 0xFF14;
    public static final int ESCAPE = 0xFF1B;
    public static final int HOME = 0xFF50;
    public static final int LEFT = 0xFF51;
    public static final int UP = 0xFF52;
    public static final int RIGHT = 0xFF53;
    public static final int DOWN = 0xFF54;
    public static final int PAGE_UP = 0xFF55;
    public static final int PAGE_DOWN = 0xFF56;
    public static final int END = 0xFF57;
    public static final int PRINT = 0xFF61;
    public static final int INSERT = 0xFF63;
    public static final int MENU = 0xFF67;
    public static final int NUM_LOCK = 0xFF7F;
    public static final int F1 = 0xFFBE;
    public static final int SHIFT = 0xFFE1;
    public static final int CONTROL = 0xFFE3;
    public static final int CAPS_LOCK = 0xFFE5;
    public static final int ALT = 0xFFE9;
    public static final int ALT_GRAPH = 0xFE03;
    public static final int LEFT_TAB = 0xFE20;
    public static final int SHIFT_RIGHT = 0xFFE2;
    public static final int CONTROL_RIGHT = 0xFFE4;
    public static final int ALT_RIGHT = 0xFFEA;
    public static final int SUPER_RIGHT = 0xFFEC;
    public static final int KEYPAD_ENTER = 0xFF8D;
    public static final int KEYPAD_HOME = 0xFF95;
    public static final int KEYPAD_LEFT = 0xFF96;
    public static final int KEYPAD_UP = 0xFF97;
    public static final int KEYPAD_RIGHT = 0xFF98;
    public static final int KEYPAD_DOWN = 0xFF99;
    public static final int KEYPAD_PAGE_UP = 0xFF9A;
    public static final int KEYPAD_PAGE_DOWN = 0xFF9B;
    public static final int KEYPAD_END = 0xFF9C;
    public static final int KEYPAD_BEGIN = 0xFF9D;
    public static final int KEYPAD_INSERT = 0xFF9E;
    public static final int KEYPAD_DELETE = 0xFF9F;
    public static final int KEYPAD_MULTIPLY = 0xFFAA;
    public static final int KEYPAD_ADD = 0xFFAB;
    public static final int KEYPAD_SEPARATOR = 0xFFAC;
    public static final int KEYPAD_SUBTRACT = 0xFFAD;
    public static final int KEYPAD_DECIMAL = 0xFFAE;
    public static final int KEYPAD_DIVIDE = 0xFFAF;
    public static final int KEYPAD_EQUAL = 0xFFBD;
    public static final int SUPER = 0xFFEB;
    public static final int DELETE = 0xFFFF;
    private static final int KEYPAD_0 = 0xFFB0;
    private static final int UNICODE = 0x01000000;

    private Keysym() {}

    /** Of a function key, 1 to 24. */
    public static int function(int number) {
        return F1 + number - 1;
    }

    /** Of a digit on the numeric keypad, 0 to 9. */
    public static int keypad(int digit) {
        return KEYPAD_0 + digit;
    }

    /** Of a sign: itself in Latin-1, above that Unicode with a mark. */
    public static int of(int codePoint) {
        boolean latin = (codePoint >= 0x20 && codePoint <= 0x7E) || (codePoint >= 0xA0 && codePoint <= 0xFF);
        if (latin) {
            return codePoint;
        }
        return switch (codePoint) {
            case '\b' -> BACK_SPACE;
            case '\t' -> TAB;
            case '\n', '\r' -> RETURN;
            case 0x1B -> ESCAPE;
            case 0x7F -> DELETE;
            default -> UNICODE | codePoint;
        };
    }
}
