package io.github.ingotvm.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RfbClientTest {
    private final Listening listener = new Listening();

    @Test
    void tellsOfAFrameAndThenThatTheServerLeft() throws InterruptedException {
        ServerScript script = ServerScript.greeting(8, 8).update(1).rectangle(1, 1, 1, 1, 0);
        try (RfbClient client =
                open(new ScriptedTransport(script.pixel(0x112233).done()))) {
            assertThat(listener.over.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(listener.frames).isEqualTo(1);
            assertThat(listener.why.orElseThrow().kind()).isEqualTo(Kind.DISCONNECTED);
            client.screen().look((w, h, argb, dirty) -> assertThat(argb[9]).isEqualTo(0xFF112233));
        }
    }

    @Test
    void endsAtOnceWhenItIsClosedWhileAServerIsSilent() throws InterruptedException {
        RfbClient client = open(new Silent());

        client.close();
        client.close();

        assertThat(listener.over.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(listener.why).isEmpty();
    }

    @Test
    void keepsWhatIsSaidTooEarlyUntilTheServerIsReady() {
        Slow server = new Slow(ServerScript.greeting(8, 8).done());
        try (RfbClient client = open(server)) {
            client.key('x', true);
            client.clipboard("early");
            server.answer.countDown();

            await().until(() -> server.said().length() > 60);
            assertThat(server.said()).startsWith("RFB 003.008\n\u0001\u0001").contains("early");
        }
    }

    @Test
    void peeksAtQemuWhileSomebodyTypes() {
        byte[] peek = ClientMessages.peekClipboard();
        int caps = 0x1F000001;
        Slow server = new Slow(new ServerScript()
                .text("RFB 003.008\n")
                .u8(1, 1)
                .u32(0)
                .init(8, 8, "QEMU (Some)")
                .extended(caps, 0)
                .done());
        server.answer.countDown();
        try (RfbClient client = open(server)) {
            await().until(() -> !server.said().isEmpty());
            client.key('x', true);

            String twice = new String(peek, StandardCharsets.ISO_8859_1).repeat(2);
            await().until(() -> server.said().contains(twice));
        }
    }

    @Test
    void endsWithASentenceWhenAServerDoesNotAnswer() throws InterruptedException {
        Limits usual = Limits.USUAL;
        Limits hasty = new Limits(usual.side(), usual.pixels(), 64, 256, 64, 64, 50);

        RfbClient client = RfbClient.open(new Silent(), new Options(Optional.empty(), List.of(), hasty), listener);

        assertThat(listener.over.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(listener.why.orElseThrow()).hasMessageContaining("does not answer");
        client.close();
    }

    @Test
    void endsByItselfWhenAServerDoesNotTakeWhatIsSaid() {
        Silent server = new Silent();
        RfbClient client = open(server);
        String much = "x".repeat(1 << 19);

        for (int i = 0; i < 16; i++) {
            client.clipboard(much);
        }

        await().until(() -> listener.over.getCount() == 0);
        assertThat(listener.why).isPresent();
    }

    @Test
    void leavesOutMovesThatAnotherOneFollows() {
        byte[] move = ClientMessages.pointer(1, 1, 0);

        assertThat(ClientMessages.replaces(ClientMessages.pointer(2, 2, 0), move))
                .isTrue();
        assertThat(ClientMessages.replaces(ClientMessages.pointer(2, 2, 1), move))
                .isFalse();
        assertThat(ClientMessages.replaces(ClientMessages.key('a', true), move)).isFalse();
    }

    @Test
    void sendsKeysAsTheProtocolHasThem() {
        assertThat(ClientMessages.key(Keysym.RETURN, true)).containsExactly(4, 1, 0, 0, 0, 0, 0xFF, 0x0D);
        assertThat(ClientMessages.key(Keysym.LEFT, 0xCB, false))
                .containsExactly(255, 0, 0, 0, 0, 0, 0xFF, 0x51, 0, 0, 0, 0xCB);
        assertThat(Keysym.of('é')).isEqualTo(0xE9);
        assertThat(Keysym.of('я')).isEqualTo(0x0100044F);
        assertThat(Keysym.function(12)).isEqualTo(0xFFC9);
    }

    private RfbClient open(Transport transport) {
        return RfbClient.open(transport, Options.local(Optional.empty()), listener);
    }

    /** Says its piece when it is told to, and then nothing more. */
    private static final class Slow implements Transport {
        private final CountDownLatch answer = new CountDownLatch(1);
        private final Silent rest = new Silent();
        private final ScriptedTransport script;

        Slow(byte[] script) {
            this.script = new ScriptedTransport(script);
        }

        String said() {
            return new String(script.heard(), StandardCharsets.ISO_8859_1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            int n = script.read(buffer, offset, length);
            return n < 0 ? rest.read(buffer, offset, length) : n;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            script.write(bytes);
        }

        @Override
        public void close() {
            script.close();
            rest.close();
        }
    }

    /** Says nothing and takes nothing until closed. */
    private static final class Silent implements Transport {
        private final BlockingQueue<Boolean> end = new LinkedBlockingQueue<>();

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return waitForEnd();
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            waitForEnd();
        }

        private int waitForEnd() throws IOException {
            try {
                end.add(end.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("closed");
        }

        @Override
        public void close() {
            end.add(true);
        }
    }
}
