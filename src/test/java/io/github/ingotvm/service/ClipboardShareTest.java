package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.hypervisor.Consoles;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.service.screen.ClipboardShare;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipboardShareTest {
    private static final MachineId ONE = new MachineId(new UUID(0, 1));
    private static final MachineId OFF = new MachineId(new UUID(0, 2));

    @TempDir
    Path folder = Path.of("");

    private final Channels channels = new Channels();
    private ClipboardShare share = new ClipboardShare(channels, folder);

    @BeforeEach
    void begin() {
        share = new ClipboardShare(channels, folder);
    }

    @Test
    void isThereAsLongAsSomebodyLooks() {
        share.opened(ONE);
        share.opened(ONE);
        await().until(() -> channels.plugged.contains(ONE));

        share.closed(ONE);
        share.closed(ONE);
        await().until(() -> channels.plugged.isEmpty());
        assertThat(channels.calls).containsExactly("plug", "plug", "unplug");
    }

    @Test
    void leavesAloneWhatWasThereBefore() {
        channels.own.add(ONE);
        share.opened(ONE);
        share.closed(ONE);
        share.close();

        assertThat(channels.plugged).isEmpty();
    }

    @Test
    void staysUntilTheLastIngotHasLookedEnough() {
        try (ClipboardShare other = new ClipboardShare(channels, folder)) {
            share.opened(ONE);
            await().until(() -> channels.plugged.contains(ONE));
            other.opened(ONE);
            await().until(() -> channels.calls.size() == 2);

            share.closed(ONE);
            share.close();
            assertThat(channels.plugged).containsExactly(ONE);

            other.closed(ONE);
            await().until(() -> channels.plugged.isEmpty());
        }
    }

    @Test
    void goesWithTheNextOneWhoLeavesAfterAnIngotWasKilled() throws IOException {
        channels.plugged.add(ONE);
        Files.createFile(folder.resolve(ONE + ".killed.lock")); // whose lock went with its process

        share.opened(ONE);
        share.closed(ONE);

        await().until(() -> channels.plugged.isEmpty());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("turn.lock"));
        }
    }

    @Test
    void endsWithIngot() {
        share.opened(ONE);
        share.close();
        share.closed(ONE);

        assertThat(channels.plugged).isEmpty();
    }

    @Test
    void troublesNobodyWhenItCannot() {
        share.opened(OFF);
        share.opened(ONE);
        await().until(() -> channels.plugged.contains(ONE));
        share.closed(OFF);
        share.close();
    }

    /** Machines that all run but one. */
    private static final class Channels implements Consoles {
        final Set<MachineId> plugged = ConcurrentHashMap.newKeySet();
        /** Those that the machines came with. */
        final Set<MachineId> own = ConcurrentHashMap.newKeySet();

        final List<String> calls = new CopyOnWriteArrayList<>();

        @Override
        public Display display(MachineId id) {
            return new Display.None("Nobody asks.");
        }

        @Override
        public boolean plugClipboard(MachineId id) {
            calls.add("plug");
            if (id.equals(OFF)) {
                throw new HypervisorException(Kind.WRONG_STATE, "It is off; start it.");
            }
            return !own.contains(id) && plugged.add(id);
        }

        @Override
        public boolean unplugClipboard(MachineId id) {
            calls.add("unplug");
            return plugged.remove(id);
        }
    }
}
