package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.hypervisor.Consoles;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ClipboardShareTest {
    private static final MachineId ONE = new MachineId(new UUID(0, 1));
    private static final MachineId OFF = new MachineId(new UUID(0, 2));

    private final Channels channels = new Channels();
    private final ClipboardShare share = new ClipboardShare(channels);

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
        channels.plugged.add(ONE);
        share.opened(ONE);
        share.closed(ONE);
        share.close();

        assertThat(channels.plugged).containsExactly(ONE);
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
            return plugged.add(id);
        }

        @Override
        public boolean unplugClipboard(MachineId id) {
            calls.add("unplug");
            return plugged.remove(id);
        }
    }
}
