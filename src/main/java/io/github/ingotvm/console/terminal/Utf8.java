package io.github.ingotvm.console.terminal;

import java.util.function.IntConsumer;

/** UTF-8 that arrives in pieces. What is not well-formed becomes U+FFFD, one for each broken part. */
final class Utf8 {
    private static final int BROKEN = 0xfffd;
    private static final int[] LEAST = {0, 0x80, 0x800, 0x10000};

    private final IntConsumer characters;
    private int value;
    private int missing;
    private int length;

    Utf8(IntConsumer characters) {
        this.characters = characters;
    }

    void feed(int b) {
        if ((b & 0xc0) == 0x80) {
            more(b);
            return;
        }
        cut();
        if (b < 0x80) {
            characters.accept(b);
        } else if (b >= 0xc2 && b <= 0xf4) {
            length = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
            missing = length;
            value = b & (0x3f >> length);
        } else {
            characters.accept(BROKEN);
        }
    }

    private void more(int b) {
        if (missing == 0) {
            characters.accept(BROKEN);
            return;
        }
        value = (value << 6) | (b & 0x3f);
        missing--;
        if (missing == 0) {
            boolean good = value >= LEAST[length]
                    && value <= Character.MAX_CODE_POINT
                    && (value < Character.MIN_SURROGATE || value > Character.MAX_SURROGATE);
            characters.accept(good ? value : BROKEN);
        }
    }

    /** What was begun does not go on. */
    void cut() {
        if (missing > 0) {
            missing = 0;
            characters.accept(BROKEN);
        }
    }
}
