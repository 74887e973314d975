package io.github.ingotvm.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.IngotException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerMessagesTest {
    @Test
    void followsTheScreensSize() {
        Played played =
                Played.of(ServerScript.greeting(64, 48).update(1).rectangle(0, 0, 100, 50, Pseudo.DESKTOP_SIZE));

        assertThat(played.screen.width()).isEqualTo(100);
        assertThat(played.screen.height()).isEqualTo(50);
        assertThat(played.dirty()).isEqualTo(new Area(0, 0, 100, 50));
    }

    @Test
    void learnsThatTheScreenCanBeResized() {
        Played played = Played.of(ServerScript.greeting(64, 48)
                .update(1)
                .rectangle(0, 0, 100, 50, Pseudo.EXTENDED_DESKTOP_SIZE)
                .u8(1, 0, 0, 0)
                .u32(7)
                .u16(0, 0, 100, 50)
                .u32(9));

        assertThat(played.desktop.isResizable()).isTrue();
        assertThat(played.screen.width()).isEqualTo(100);
        assertThat(played.desktop.wish(5, 6)).endsWith(0, 0, 0, 7, 0, 0, 0, 0, 0, 5, 0, 6, 0, 0, 0, 9);
    }

    @Test
    void staysAsItIsWhenAWishForAnotherSizeIsRefused() {
        Played played = Played.of(ServerScript.greeting(64, 48)
                .update(1)
                .rectangle(1, 3, 100, 50, Pseudo.EXTENDED_DESKTOP_SIZE)
                .u8(0, 0, 0, 0));

        assertThat(played.screen.width()).isEqualTo(64);
        assertThat(played.listener.answers).containsExactly(SizeAnswer.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"0, DONE, 100", "1, REFUSED, 64", "2, NO_ROOM, 64", "4, ASKED, 64", "77, REFUSED, 64"})
    void tellsWhatBecameOfAWishForAnotherSize(int status, SizeAnswer answer, int width) {
        Played played = Played.of(ServerScript.greeting(64, 48)
                .update(1)
                .rectangle(1, status, 100, 50, Pseudo.EXTENDED_DESKTOP_SIZE)
                .u8(0, 0, 0, 0));

        assertThat(played.listener.answers).containsExactly(answer);
        assertThat(played.screen.width()).isEqualTo(width);
    }

    @Test
    void takesASizeThatNobodyHereWishedForForNoAnswer() {
        Played played = Played.of(ServerScript.greeting(64, 48)
                .update(1)
                .rectangle(2, 0, 100, 50, Pseudo.EXTENDED_DESKTOP_SIZE)
                .u8(0, 0, 0, 0));

        assertThat(played.listener.answers).isEmpty();
        assertThat(played.screen.width()).isEqualTo(100);
    }

    @Test
    void showsThePointersShapeThroughItsMask() {
        ServerScript script = ServerScript.greeting(64, 48).update(1).rectangle(1, 0, 2, 2, Pseudo.CURSOR);
        script.pixel(0x010203).pixel(0x040506).pixel(0x070809).pixel(0x0A0B0C);
        script.u8(0x80, 0x40);

        Played played = Played.of(script);

        PointerShape shape = played.listener.shapes.get(0);
        assertThat(shape.argb()).containsExactly(0xFF010203, 0, 0, 0xFF0A0B0C);
        assertThat(shape.hotX()).isEqualTo(1);
    }

    @Test
    void readsWhatIsNoPixels() {
        Played played = Played.of(ServerScript.greeting(64, 48)
                .update(4)
                .rectangle(0, 0, 0, 0, Pseudo.QEMU_KEYS)
                .rectangle(0, 0, 1, 1, Pseudo.LED_STATE)
                .u8(3)
                .rectangle(0, 0, 0, 0, Pseudo.DESKTOP_NAME)
                .u32(2)
                .text("ab")
                .rectangle(0, 0, 1, 1, Encoding.RAW.number())
                .pixel(5)
                .u8(1, 0)
                .u16(0, 2)
                .raw(new byte[12])
                .u8(2));

        assertThat(played.desktop.takesScanCodes()).isTrue();
        assertThat(played.listener.locks).containsExactly(new Locks(true, true, false));
        assertThat(played.pixels()[0]).isEqualTo(0xFF000005);
        assertThat(played.listener.bells).isEqualTo(1);
        assertThat(played.end.kind()).isEqualTo(Kind.DISCONNECTED);
    }

    @Test
    void endsAnUpdateAtItsLastRectangle() {
        Played played = Played.of(ServerScript.greeting(64, 48)
                .update(0xFFFF)
                .rectangle(0, 0, 0, 0, Pseudo.LAST_RECT)
                .u8(2));

        assertThat(played.listener.bells).isEqualTo(1);
    }

    @Test
    void asksForTheNextFrameWhenTheLastOneWasTaken() {
        ServerScript script = ServerScript.greeting(64, 48);
        for (int i = 0; i < 5; i++) {
            script.update(1).rectangle(0, 0, 1, 1, Encoding.RAW.number()).pixel(i);
        }
        Played played = Played.of(script);
        assertThat(played.listener.frames).isEqualTo(1);

        int before = played.pixels()[0];
        played.pace.take((w, h, argb, dirty) -> assertThat(argb[0]).isEqualTo(before));
        played.pace.take((w, h, argb, dirty) -> {
            throw new AssertionError("there is no other frame");
        });

        assertThat(before).isEqualTo(0xFF000004);
    }
}
