package io.github.ingotvm.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.model.IngotException.Kind;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
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
