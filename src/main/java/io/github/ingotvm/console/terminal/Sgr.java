package io.github.ingotvm.console.terminal;

/** “Select graphic rendition” (ECMA-48, 8.3.117), with 256 and 24-bit colours (ITU T.416) in both spellings. */
final class Sgr {
    private Sgr() {}

    static Style apply(Style style, Parameters parameters) {
        Style now = style;
        if (parameters.count() == 0) {
            return Style.PLAIN;
        }
        int i = 0;
        while (i < parameters.count()) {
            int code = parameters.get(i, 0);
            if (code == 38 || code == 48) {
                int colour = colour(parameters, i);
                if (colour != Style.USUAL) {
                    now = code == 38 ? now.foreground(colour) : now.background(colour);
                }
                i += length(parameters, i);
            } else {
                now = parameters.isSub(i)
                        ? now
                        : plain(now, code, parameters.isSub(i + 1) && parameters.get(i + 1, 1) == 0);
                i++;
            }
        }
        return now;
    }

    /** @param off {@code 4:0}: an underline that is none */
    private static Style plain(Style style, int code, boolean off) {
        return switch (code) {
            case 0 -> Style.PLAIN;
            case 1 -> style.with(Style.BOLD);
            case 2 -> style.with(Style.FAINT);
            case 3 -> style.with(Style.ITALIC);
            case 4 -> off ? style.without(Style.UNDERLINED) : style.with(Style.UNDERLINED);
            case 5, 6 -> style.with(Style.BLINKING);
            case 7 -> style.with(Style.INVERSE);
            case 8 -> style.with(Style.HIDDEN);
            case 9 -> style.with(Style.STRUCK);
            case 21 -> style.with(Style.UNDERLINED);
            case 22 -> style.without(Style.BOLD | Style.FAINT);
            case 23 -> style.without(Style.ITALIC);
            case 24 -> style.without(Style.UNDERLINED);
            case 25 -> style.without(Style.BLINKING);
            case 27 -> style.without(Style.INVERSE);
            case 28 -> style.without(Style.HIDDEN);
            case 29 -> style.without(Style.STRUCK);
            case 39 -> style.foreground(Style.USUAL);
            case 49 -> style.background(Style.USUAL);
            default -> named(style, code);
        };
    }

    private static Style named(Style style, int code) {
        if (code >= 30 && code <= 37) {
            return style.foreground(code - 30);
        }
        if (code >= 40 && code <= 47) {
            return style.background(code - 40);
        }
        if (code >= 90 && code <= 97) {
            return style.foreground(code - 90 + 8);
        }
        if (code >= 100 && code <= 107) {
            return style.background(code - 100 + 8);
        }
        return style;
    }

    /** The colour that begins at an index, as {@code 38;5;n}, {@code 38;2;r;g;b}, {@code 38:5:n} or {@code 38:2:[space]:r:g:b}. */
    private static int colour(Parameters p, int at) {
        int kind = p.get(at + 1, 0);
        if (kind == 5) {
            return p.get(at + 2, 0) & 0xff;
        }
        if (kind != 2) {
            return Style.USUAL;
        }
        int first = p.isSub(at + 1) && length(p, at) >= 6 ? at + 3 : at + 2;
        return Style.RGB | (byteAt(p, first) << 16) | (byteAt(p, first + 1) << 8) | byteAt(p, first + 2);
    }

    private static int byteAt(Parameters p, int at) {
        return Math.min(p.get(at, 0), 255);
    }

    /** How many parameters it takes. */
    private static int length(Parameters p, int at) {
        int length = 1;
        while (p.isSub(at + length)) {
            length++;
        }
        if (length > 1) {
            return length;
        }
        return switch (p.get(at + 1, 0)) {
            case 5 -> 3;
            case 2 -> 5;
            default -> 2;
        };
    }
}
