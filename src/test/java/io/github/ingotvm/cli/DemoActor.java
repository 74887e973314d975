package io.github.ingotvm.cli;

import io.github.ingotvm.fake.FakeGuest;
import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;

/** Plays the demo guest in every machine of the fake host: installs itself, counts its edits on its disk, says so. */
final class DemoActor implements AutoCloseable {
    private final FakeHypervisor host;
    private final FakeGuest guest;
    private final IntUnaryOperator lie;
    private final Map<MachineId, String> heard = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    DemoActor(FakeHypervisor host) {
        this(host, edits -> edits);
    }

    /** @param lie what it says for the edits that are on its disk */
    DemoActor(FakeHypervisor host, IntUnaryOperator lie) {
        this.host = host;
        this.guest = host.guest();
        this.lie = lie;
        var unused = clock.scheduleWithFixedDelay(this::act, 0, 5, TimeUnit.MILLISECONDS);
    }

    private void act() {
        for (VirtualMachine machine : host.machines().list()) {
            try {
                if (machine.state() == PowerState.RUNNING) {
                    act(machine);
                }
            } catch (RuntimeException e) {
                // It was stopped meanwhile; the next look will tell.
                heard.remove(machine.id());
            }
        }
    }

    private void act(VirtualMachine machine) {
        MachineId id = machine.id();
        if (machine.mark().install().state() == Install.State.INSTALLING) {
            for (int i = 0; i < 80; i++) {
                guest.writes(id, "vda", "block" + i, "system");
            }
            guest.reboots(id);
            return;
        }
        String before = heard.getOrDefault(id, "");
        String now = guest.heard(id);
        int presses = now.startsWith(before) ? now.length() - before.length() : now.length();
        heard.put(id, now);
        for (int i = 0; i < presses; i++) {
            guest.writes(id, "vda", "edits", Integer.toString(edits(id) + 1));
        }
        guest.says(id, "INGOT-DEMO boots=1 edits=" + lie.applyAsInt(edits(id)) + " ram=0 up=1 disk2=none\r\n");
    }

    private int edits(MachineId id) {
        return Integer.parseInt(guest.reads(id, "vda").getOrDefault("edits", "0"));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
