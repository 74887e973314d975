package io.github.ingotvm.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.hypervisor.Consoles.Display;
import io.github.ingotvm.hypervisor.Snapshots.SnapshotRequest;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.SnapshotId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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

            await().atMost(Contract.PATIENCE).until(() -> ends(channel));
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
    default void saysThatAScreenIsForAnotherProgram() {
        Optional<Definition> foreign = withForeignScreen(rig().definition(rig().unique("foreign"), rig().image()));
        assumeThat(foreign).isPresent();
        MachineId id = rig().define(foreign.orElseThrow());
        rig().hypervisor.power().start(id);

        assertThat(consoles().display(id))
                .isInstanceOfSatisfying(
                        Display.Elsewhere.class, e -> assertThat(e.reason()).contains("SPICE"));
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

    @Test
    default void plugsAndUnplugsTheClipboardOfARunningMachine() {
        MachineId id = rig().running();

        assertThat(consoles().unplugClipboard(id)).isFalse();
        assertThat(consoles().plugClipboard(id)).isTrue();
        assertThat(consoles().plugClipboard(id)).as("there is one").isFalse();
        assertThat(consoles().unplugClipboard(id)).isTrue();
        assertThat(consoles().unplugClipboard(id)).as("it is gone").isFalse();
    }

    @Test
    default void leavesAClipboardThatTheMachineCameWith() {
        MachineId id = rig().define(withClipboard(rig().definition(rig().unique("shared"), rig().image())));
        rig().hypervisor.power().start(id);

        assertThat(consoles().plugClipboard(id)).isFalse();
        assertThat(consoles().unplugClipboard(id)).isFalse();
        assertThat(consoles().plugClipboard(id)).as("it is still there").isFalse();
    }

    @Test
    default void theClipboardIsNoPartOfTheDefinition() {
        MachineId id = rig().running();
        Definition before = rig().machine(id).definition();

        consoles().plugClipboard(id);

        assertThat(rig().machine(id).definition()).isEqualTo(before);
        rig().hypervisor.power().destroy(id);
        assertThat(consoles().unplugClipboard(id)).isFalse();
        rig().hypervisor.power().start(id);
        assertThat(consoles().unplugClipboard(id)).isFalse();
    }

    @Test
    default void theClipboardIsNoHindranceToKeepTheMemory() {
        MachineId id = rig().running();
        consoles().plugClipboard(id);
        SnapshotId snapshot = new SnapshotId(rig().unique("with-memory"));
        String memory = rig().nowhere();

        rig().hypervisor
                .snapshots()
                .create(id, new SnapshotRequest(snapshot, "m", "", rig().overlays(id), Optional.of(memory), false));

        assertThat(rig().snapshot(id, snapshot).memory()).contains(memory);
        assertThat(consoles().unplugClipboard(id)).as("it is back").isTrue();
        rig().hypervisor.volumes().delete(memory);
    }

    @Test
    default void plugsNoClipboardWhereNothingRuns() {
        assertRefused(Kind.WRONG_STATE, () -> consoles().plugClipboard(rig().off()));
        assertRefused(Kind.NOT_FOUND, () -> consoles().plugClipboard(NOBODY));
        assertRefused(Kind.NOT_FOUND, () -> consoles().unplugClipboard(NOBODY));
    }

    private Consoles consoles() {
        return rig().hypervisor.consoles();
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
