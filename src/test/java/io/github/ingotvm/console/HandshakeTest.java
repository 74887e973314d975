package io.github.ingotvm.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.IngotException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandshakeTest {
    private static final byte[] CHALLENGE = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    /** The challenge under “secret12”, as OpenSSL enciphers it with each of the key's bytes reversed. */
    private static final byte[] ANSWER = HexFormat.of().parseHex("adcd997f8e16fee575e973f93c2b62b4");

    @Test
    void greetsAServerWithoutAuthentication() {
        Played played = Played.of(ServerScript.greeting(80, 60));

        assertThat(played.screen.width()).isEqualTo(80);
        assertThat(played.screen.height()).isEqualTo(60);
        assertThat(text(played)).startsWith("RFB 003.008\n\u0001\u0001");
        assertThat(played.end.kind()).isEqualTo(Kind.DISCONNECTED);
    }

    @Test
    void answersAChallenge() {
        byte[] script = new ServerScript()
                .text("RFB 003.008\n")
                .u8(1, 2)
                .raw(CHALLENGE)
                .u32(0)
                .init(8, 8, "")
                .done();

        Played played = Played.of(script, Optional.of("secret12"));

        assertThat(played.screen.width()).isEqualTo(8);
        assertThat(Arrays.copyOfRange(played.transport.heard(), 13, 29)).isEqualTo(ANSWER);
    }

    @Test
    void prefersToComeInWithoutAPassword() {
        byte[] script = new ServerScript()
                .text("RFB 003.008\n")
                .u8(3, 19, 2, 1)
                .u32(0)
                .init(8, 8, "")
                .done();

        assertThat(text(Played.of(script))).startsWith("RFB 003.008\n\u0001");
    }

    @Test
    void speaksTheVersionsOfOldServers() {
        byte[] three = new ServerScript()
                .text("RFB 003.003\n")
                .u32(2)
                .raw(CHALLENGE)
                .u32(0)
                .init(8, 8, "")
                .done();
        byte[] seven =
                new ServerScript().text("RFB 003.007\n").u8(1, 1).init(9, 9, "").done();

        assertThat(Played.of(three, Optional.of("secret12")).screen.width()).isEqualTo(8);
        assertThat(Played.of(seven).screen.width()).isEqualTo(9);
    }

    @Test
    void speaksVersionEightToNewerAndOddServers() {
        byte[] script = new ServerScript()
                .text("RFB 003.889\n")
                .u8(1, 1)
                .u32(0)
                .init(8, 8, "")
                .done();

        Played played = Played.of(script);

        assertThat(text(played)).startsWith("RFB 003.008\n");
        assertThat(played.screen.width()).isEqualTo(8);
    }

    @Test
    void saysWhyAServerRefuses() {
        byte[] script = new ServerScript()
                .text("RFB 003.008\n")
                .u8(0)
                .u32(9)
                .text("too\u001bmany!")
                .done();

        ConsoleException end = Played.of(script).end;

        assertThat(end.kind()).isEqualTo(Kind.DENIED);
        assertThat(end).hasMessageContaining("too many!").hasMessageContaining("try again");
    }

    @Test
    void saysThatAPasswordIsWantedOrWrong() {
        byte[] wanted =
                new ServerScript().text("RFB 003.008\n").u8(1, 2).raw(CHALLENGE).done();
        byte[] wrong = new ServerScript()
                .text("RFB 003.008\n")
                .u8(1, 2)
                .raw(CHALLENGE)
                .u32(1)
                .u32(5)
                .text("wrong")
                .done();

        assertThat(Played.of(wanted).end).hasMessageContaining("wants a password");
        assertThat(Played.of(wrong, Optional.of("x")).end.kind()).isEqualTo(Kind.DENIED);
    }

    @Test
    void saysThatItDoesNotKnowAWayToSignIn() {
        byte[] script = new ServerScript().text("RFB 003.008\n").u8(1, 19).done();

        assertThat(Played.of(script).end.kind()).isEqualTo(Kind.UNSUPPORTED);
    }

    private static String text(Played played) {
        return new String(played.transport.heard(), StandardCharsets.ISO_8859_1);
    }
}
