package io.github.ingotvm.cli;

/** Labels with values, one a line. */
final class Details {
    private static final int LABEL_WIDTH = 14;

    private Details() {}

    static void line(Terminal terminal, String label, String value) {
        if (!value.isEmpty()) {
            terminal.out()
                    .println(Style.DIM.paint(Width.pad(label, LABEL_WIDTH), terminal.hasColours()) + Width.safe(value));
        }
    }
}
