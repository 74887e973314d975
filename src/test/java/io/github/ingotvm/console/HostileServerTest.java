package io.github.ingotvm.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.IngotException.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(20)
class HostileServerTest {
    private static final int BOMB = 64 << 20;

    static Stream<Arguments> broken() {
        return Stream.of(
                server("no screen at all", new ServerScript().text("HTTP/1.1 400 Bad Request\r\n")),
                server("an old version", new ServerScript().text("RFB 002.000\n")),
                server("a screen without height", ServerScript.greeting(10, 0)),
                server("a giant screen", ServerScript.greeting(65535, 65535)),
                server(
                        "a name without end",
                        hello().u32(0).u16(8, 8).raw(new byte[16]).u32(-1)),
                server(
                        "a giant reason",
                        new ServerScript().text("RFB 003.008\n").u8(0).u32(0x7FFFFFFF)),
                server("an unknown message", screen().u8(77)),
                server("an unknown encoding", screen().update(1).rectangle(0, 0, 1, 1, 7)),
                server("raw outside", screen().update(1).rectangle(60, 0, 5, 1, 0)),
                server("raw far outside", screen().update(1).rectangle(65535, 65535, 65535, 65535, 0)),
                server(
                        "a copy from outside",
                        screen().update(1).rectangle(0, 0, 8, 8, 1).u16(60, 0)),
                server("hextiles outside", screen().update(1).rectangle(0, 40, 64, 9, 5)),
                server(
                        "a rectangle outside of its tile",
                        hextile().u8(2 | 4 | 8).pixel(1).pixel(2).u8(1, 0xF0, 0x10)),
                server("a zrle length of 4 GiB", zrle().u32(-1)),
                server("not zlib", zrle().u32(8).text("XXXXXXXX")),
                server("an unknown kind of tile", zrle().zlib(new byte[] {17})),
                server("kind 129", zrle().zlib(new byte[] {(byte) 129, 1, 1, 1})),
                server("a colour outside of its palette", zrle().zlib(tile(3, 9, -1))),
                server("a run outside of its tile", zrle().zlib(run())),
                server("too few pixels", zrle().zlib(new byte[] {0, 1, 2, 3})),
                server("too many pixels", zrle().zlib(new byte[20_000])),
                server("a bomb", zrle().zlib(new byte[BOMB])),
                server("a giant size", screen().update(1).rectangle(0, 0, 65535, 65535, Pseudo.DESKTOP_SIZE)),
                server("an empty size", screen().update(1).rectangle(0, 0, 0, 0, Pseudo.DESKTOP_SIZE)),
                server("a storm of sizes", storm()),
                server("a storm of sizes in as many messages", slowStorm()),
                server("a giant pointer", screen().update(1).rectangle(0, 0, 65535, 65535, Pseudo.CURSOR)),
                server("a clipboard of negative size", screen().u8(3, 0, 0, 0).u32(-2)),
                server("a giant clipboard", screen().u8(3, 0, 0, 0).u32(0x7FFFFFFF)),
                server(
                        "a giant name",
                        screen().update(1)
                                .rectangle(0, 0, 0, 0, Pseudo.DESKTOP_NAME)
                                .u32(-1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void endsWithASentence(String name, byte[] script) {
        ConsoleException end = Played.of(script).end;

        assertThat(end.kind()).as(end.getMessage()).isEqualTo(Kind.INVALID);
        assertThat(end.getMessage()).startsWith("The machine's screen sent ").endsWith("open it again.");
    }

    private static Arguments server(String name, ServerScript script) {
        return Arguments.of(name, script.done());
    }

    private static ServerScript hello() {
        return new ServerScript().text("RFB 003.008\n").u8(1, 1);
    }

    private static ServerScript screen() {
        return ServerScript.greeting(64, 48);
    }

    private static ServerScript hextile() {
        return screen().update(1).rectangle(0, 0, 16, 16, Encoding.HEXTILE.number());
    }

    private static ServerScript zrle() {
        return screen().update(1).rectangle(0, 0, 64, 48, Encoding.ZRLE.number());
    }

    private static byte[] tile(int kind, int paletteBytes, int data) {
        byte[] bytes = new byte[1 + paletteBytes + 1000];
        java.util.Arrays.fill(bytes, (byte) data);
        bytes[0] = (byte) kind;
        return bytes;
    }

    private static byte[] run() {
        byte[] bytes = new byte[100];
        java.util.Arrays.fill(bytes, (byte) 255);
        bytes[0] = (byte) 128;
        return bytes;
    }

    private static ServerScript slowStorm() {
        ServerScript script = screen();
        for (int i = 0; i < 1000; i++) {
            script.update(1).rectangle(0, 0, 64 + i % 2, 48, Pseudo.DESKTOP_SIZE);
        }
        return script;
    }

    private static ServerScript storm() {
        ServerScript script = screen().update(1000);
        for (int i = 0; i < 1000; i++) {
            script.rectangle(0, 0, 64 + i % 2, 48, Pseudo.DESKTOP_SIZE);
        }
        return script;
    }
}
