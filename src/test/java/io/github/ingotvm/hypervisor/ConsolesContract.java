package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.hypervisor.Consoles.Display;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Promises of {@link Consoles}. */
interface ConsolesContract extends Contract {
    @Test
    default void opensTheScreenOfARunningMachine() throws IOException {
        try (ByteChannel channel = direct(rig().running())) {
            assertThat(greeting(channel)).startsWith("RFB 003.");
        }
    }

    @Test
    default void opensTheScreenTwice() throws IOException {
        MachineId id = rig().running();
        try (ByteChannel first = direct(id);
                ByteChannel second = direct(id)) {
            assertThat(greeting(first)).startsWith("RFB");
            assertThat(greeting(second)).startsWith("RFB");
        }
    }

    @Test
    default void endsTheScreenWhenTheMachineStops() throws IOException {
        MachineId id = rig().running();
        try (ByteChannel channel = direct(id)) {
            greeting(channel);
            rig().hypervisor.power().destroy(id);

            await().until(() -> ends(channel));
        }
    }

    @Test
    default void wakesWhoReadsAScreenThatIsClosed() throws IOException {
        ByteChannel channel = direct(rig().running());
        greeting(channel);
        CompletableFuture<Boolean> reader = CompletableFuture.supplyAsync(() -> ends(channel));

        channel.close();
        channel.close();

        assertThat(reader).succeedsWithin(java.time.Duration.ofSeconds(20)).isEqualTo(true);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    default void saysWhyThereIsNoScreen() {
        Display display = rig().hypervisor.consoles().display(rig().off());

        assertThat(display)
                .isInstanceOfSatisfying(
                        Display.None.class, none -> assertThat(none.reason()).contains("start"));
    }

    @Test
    default void findsNoScreenOfNobody() {
        assertRefused(Kind.NOT_FOUND, () -> rig().hypervisor.consoles().display(NOBODY));
    }

    private ByteChannel direct(MachineId id) {
        Display display = rig().hypervisor.consoles().display(id);
        assertThat(display).isInstanceOf(Display.Direct.class);
        return ((Display.Direct) display).channel();
    }

    private static String greeting(ByteChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(12);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            assertThat(channel.isOpen()).isTrue();
        }
        return new String(buffer.array(), StandardCharsets.ISO_8859_1);
    }

    private static boolean ends(ByteChannel channel) {
        try {
            return channel.read(ByteBuffer.allocate(64)) < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
