package io.github.ingotvm.console.terminal;

/** The VT100's special graphics, with which programs draw boxes. */
final class LineDrawing {
    /** What stands for {@code _} to {@code ~}. */
    private static final String SIGNS = "\u00a0◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

    private LineDrawing() {}

    static int of(int codePoint) {
        return codePoint >= '_' && codePoint <= '~' ? SIGNS.charAt(codePoint - '_') : codePoint;
    }
}
