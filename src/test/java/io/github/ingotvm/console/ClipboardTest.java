package io.github.ingotvm.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.IngotException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipboardTest {
    private static final int TEXT = 1;
    private static final int CAPS = 0x01000000;
    private static final int REQUEST = 0x02000000;
    private static final int PEEK = 0x04000000;
    private static final int NOTIFY = 0x08000000;
    private static final int PROVIDE = 0x10000000;
    private static final int KEPT = Played.SMALL.clipboard();

    @Test
    void keepsTheBeginningOfALargeLatinText() {
        Played played = Played.of(ServerScript.greeting(64, 48)
                .u8(3, 0, 0, 0)
                .u32(KEPT + 10)
                .text("é" + "x".repeat(KEPT + 9))
                .u8(2));

        assertThat(played.listener.clipboards).containsExactly("é" + "x".repeat(KEPT - 1));
        assertThat(played.listener.bells).isEqualTo(1);
    }

    @Test
    void sendsLatinToAServerThatKnowsNoBetter() {
        Played played = Played.offering("né→", ServerScript.greeting(64, 48));

        assertThat(played.said()).startsWith('R').contains(6, 0, 0, 0, 0, 0, 0, 3, 'n', 0xE9, '?');
    }

    @Test
    void saysWhatItUnderstandsAndThatItHasText() {
        Played played = Played.offering("text", qemu().extended(CAPS | REQUEST | NOTIFY | PROVIDE | TEXT, 0));

        assertThat(said(played))
                .endsWith(
                        message(CAPS | REQUEST | PEEK | NOTIFY | PROVIDE | TEXT, 0, 0, 0, 0) + message(NOTIFY | TEXT));
    }

    @Test
    void fetchesTextThatIsOffered() {
        Played played = Played.of(caps().extended(NOTIFY | TEXT));

        assertThat(said(played)).endsWith(message(REQUEST | TEXT));
    }

    @Test
    void leavesTextThatIsNotWantedOrNoText() {
        Listening listener = new Listening();
        listener.wantsClipboard = false;

        assertThat(said(Played.of(caps().extended(NOTIFY | TEXT), listener))).doesNotContain(message(REQUEST | TEXT));
        assertThat(said(Played.of(caps().extended(NOTIFY)))).doesNotContain(message(REQUEST | TEXT));
    }

    @Test
    void providesTextToWhoeverAsks() {
        ServerScript asks = caps().extended(REQUEST | TEXT).extended(PEEK);
        byte[] packed = PackedText.pack("Grüße, 世界 🙂\n", true);

        assertThat(said(Played.offering("Grüße, 世界 🙂\n", asks)))
                .endsWith(message(PROVIDE | TEXT, packed) + message(NOTIFY | TEXT));
        assertThat(said(Played.of(caps().extended(REQUEST | TEXT))))
                .doesNotContain(message(PROVIDE | TEXT).substring(8));
    }

    @Test
    void asksThePeersLineEndsOfTheProtocolAndNoneOfQemu() {
        assertThat(unpacked(PackedText.pack("a\nb", false))).isEqualTo("a\r\nb\0");
        assertThat(unpacked(PackedText.pack("a\r\nb", false))).isEqualTo("a\r\nb\0");
        assertThat(unpacked(PackedText.pack("a\nb", true))).isEqualTo("a\nb");
        assertThat(unpacked(PackedText.pack("a\r\nb", true))).isEqualTo("a\r\nb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Grüße, 世界 🙂", "two\r\nlines\0", "ends\0\0"})
    void hearsTextInAnyScript(String text) {
        Played played =
                Played.of(caps().extended(PROVIDE | TEXT, provided(text)).u8(2));

        assertThat(played.listener.clipboards)
                .containsExactly(text.replace("\r\n", "\n").replace("\0", ""));
        assertThat(played.listener.bells).isEqualTo(1);
    }

    @Test
    void keepsWholeSignsOfALargeText() {
        String text = "x".repeat(KEPT - 2) + "世".repeat(100);
        Played played =
                Played.of(caps().extended(PROVIDE | TEXT, provided(text)).u8(2));

        assertThat(played.listener.clipboards).containsExactly("x".repeat(KEPT - 2));
        assertThat(played.listener.bells).isEqualTo(1);
    }

    @Test
    void hearsTextWithoutAnEndOfItsStream() {
        ServerScript unended = new ServerScript();
        unended.packed(new ServerScript().u32(5).text("hello").done());
        Played played =
                Played.of(caps().extended(PROVIDE | TEXT, unended.done()).u8(2));

        assertThat(played.listener.clipboards).containsExactly("hello");
        assertThat(played.listener.bells).isEqualTo(1);
    }

    @Test
    void unpacksNoMoreOfABombThanItKeeps() {
        byte[] bomb = new ServerScript().u32(64 << 20).raw(new byte[1 << 20]).done();
        byte[] packed = new ServerScript().packed(bomb).done();

        Played played = Played.of(caps().extended(PROVIDE | TEXT, packed).u8(2));

        assertThat(packed.length).isLessThan(Played.SMALL.skipped());
        assertThat(played.listener.clipboards).containsExactly("");
        assertThat(played.listener.bells).isEqualTo(1);
    }

    @Test
    void refusesToOfferMoreThanTheServerTakes() {
        Played played = Played.of(caps());

        assertThat(played.clipboard.offer("x".repeat(KEPT + 1))).isFalse();
        assertThat(played.clipboard.offer("x".repeat(KEPT))).isTrue();
    }

    @Test
    void endsWithASentenceWhenItMakesNoSense() {
        assertBroken(caps().u8(3, 0, 0, 0).u32(-3).u8(0, 0, 0));
        assertBroken(caps().u8(3, 0, 0, 0).u32(Integer.MIN_VALUE));
        assertBroken(caps().u8(3, 0, 0, 0).u32(Integer.MAX_VALUE));
        assertBroken(caps().extended(PROVIDE | TEXT));
        assertBroken(caps().extended(PROVIDE | TEXT, new byte[20]));
        assertBroken(caps().extended(PROVIDE | TEXT, Arrays.copyOf(provided("hello, hello, hello"), 12)));
    }

    private static void assertBroken(ServerScript script) {
        assertThat(Played.of(script).end.kind()).isEqualTo(Kind.INVALID);
    }

    private static ServerScript qemu() {
        return new ServerScript().text("RFB 003.008\n").u8(1, 1).u32(0).init(64, 48, "QEMU (Some VM)");
    }

    private static ServerScript caps() {
        return qemu().extended(CAPS | REQUEST | NOTIFY | PROVIDE | TEXT, 0);
    }

    private static byte[] provided(String text) {
        return PackedText.pack(text, true);
    }

    private static String unpacked(byte[] packed) {
        java.util.zip.Inflater inflater = new java.util.zip.Inflater();
        inflater.setInput(packed);
        byte[] plain = new byte[100];
        try {
            int n = inflater.inflate(plain);
            assertThat(inflater.finished())
                    .as("QEMU before 8.1 reads for ever otherwise")
                    .isTrue();
            return new String(plain, 4, n - 4, StandardCharsets.UTF_8);
        } catch (java.util.zip.DataFormatException e) {
            throw new AssertionError(e);
        } finally {
            inflater.end();
        }
    }

    private static String said(Played played) {
        return new String(played.said(), StandardCharsets.ISO_8859_1);
    }

    private static String message(int flags, int... rest) {
        byte[] bytes = new byte[rest.length];
        for (int i = 0; i < rest.length; i++) {
            bytes[i] = (byte) rest[i];
        }
        return message(flags, bytes);
    }

    private static String message(int flags, byte[] rest) {
        byte[] bytes = new ServerScript()
                .u8(6, 0, 0, 0)
                .u32(-4 - rest.length)
                .u32(flags)
                .raw(rest)
                .done();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
