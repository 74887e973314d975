package io.github.ingotvm.console;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the fuzzer calls with each of its inputs: a server that says what the input makes of it. Whatever it says, it ends with the one
 * exception, and no more is kept of it than the limits allow.
 */
public final class FuzzTarget {
    private static final int CAPS = 0x1F000001;
    private static final int PROVIDE = 0x10000001;
    private static final int SIDE = 70;

    private FuzzTarget() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        Played played = Played.of(server(input[0] & 7, rest), Optional.of("secret"));
        check(played.end.getMessage().endsWith(".") && !played.end.getMessage().isBlank(), "a sentence");
        check(played.screen.width() <= Played.SMALL.side(), "a screen within its limits");
        for (String text : played.listener.clipboards) {
            check(text.length() <= Played.SMALL.clipboard(), "a clipboard within its limits");
        }
        for (PointerShape shape : played.listener.shapes) {
            check(shape.argb().length == shape.width() * shape.height(), "a whole pointer");
        }
    }

    /** By the input's first byte the rest is put where a fuzzer would hardly get by itself: past the greeting, or into a zlib stream. */
    private static byte[] server(int kind, byte[] rest) {
        ServerScript script = new ServerScript().text("RFB 003.008\n").u8(1, 1).u32(0);
        return switch (kind) {
            case 0 -> rest;
            case 1 -> script.init(SIDE, SIDE, "QEMU").raw(rest).done();
            case 2 -> rectangle(script, Encoding.ZRLE).zlib(rest).u8(2).done();
            case 3 -> rectangle(script, Encoding.HEXTILE).raw(rest).done();
            case 4 ->
                script.init(SIDE, SIDE, "QEMU")
                        .extended(CAPS, 0)
                        .extended(PROVIDE, new ServerScript().packed(rest).done())
                        .u8(2)
                        .done();
            case 5 ->
                rectangle(script, Encoding.ZRLE).u32(rest.length).raw(rest).done();
            case 6 -> new ServerScript().text("RFB 003.003\n").raw(rest).done();
            default -> updates(script.init(SIDE, SIDE, "QEMU"), rest);
        };
    }

    private static ServerScript rectangle(ServerScript script, Encoding encoding) {
        return script.init(SIDE, SIDE, "").update(1).rectangle(0, 0, SIDE, SIDE, encoding.number());
    }

    /** Rectangles one after the other, each with some of the input as its pixels. */
    private static byte[] updates(ServerScript script, byte[] rest) {
        int[] encodings = {
            0, 1, 5, 16, Pseudo.CURSOR, Pseudo.DESKTOP_SIZE, Pseudo.EXTENDED_DESKTOP_SIZE, Pseudo.LED_STATE
        };
        for (int at = 0; at + 6 <= rest.length; ) {
            int encoding = encodings[rest[at] & 7];
            script.update(1).rectangle(rest[at + 1] & 0xFF, rest[at + 2] & 0xFF, rest[at + 3], rest[at + 4], encoding);
            int length = Math.min(rest[at + 5] & 0xFF, rest.length - at - 6);
            byte[] part = Arrays.copyOfRange(rest, at + 6, at + 6 + length);
            if (encoding == Encoding.ZRLE.number()) {
                script.zlib(part);
            } else {
                script.raw(part);
            }
            at += 6 + length;
        }
        return script.done();
    }

    private static void check(boolean so, String what) {
        if (!so) {
            throw new AssertionError("not " + what);
        }
    }
}
