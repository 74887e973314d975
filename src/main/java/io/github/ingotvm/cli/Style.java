package io.github.ingotvm.cli;

/** How a piece of text looks on a terminal with colours. */
enum Style {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    GREEN("32"),
    RED("31"),
    GOLD("33");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String paint(String text, boolean colours) {
        return !colours || code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
