package io.github.ingotvm.console.terminal;

/** What a guest may ask a terminal. Nothing of what the guest itself has said is given back: it could be typed into a shell. */
final class Answers {
    /** A VT102: what every program can live with. */
    static final String WHAT_I_AM = "\033[?6c";

    static final String VERSION = "\033[>0;0;0c";
    private static final String FINE = "\033[0n";
    private static final int STATUS = 5;
    private static final int PLACE = 6;

    private Answers() {}

    /** To “device status report” (ECMA-48, 8.3.35); empty where there is no answer. */
    static String status(int what, Cursor cursor) {
        return switch (what) {
            case STATUS -> FINE;
            case PLACE -> "\033[" + (cursor.row() + 1) + ";" + (cursor.column() + 1) + "R";
            default -> "";
        };
    }
}
