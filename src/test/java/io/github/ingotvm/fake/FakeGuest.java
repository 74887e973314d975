package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Power.StopReason;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plays the guests: what they write, read, say and do. */
public final class FakeGuest {
    private final FakeState state;
    private final FakeImages images;

    FakeGuest(FakeState state) {
        this.state = state;
        this.images = new FakeImages(state);
    }

    private FakeMachine running(MachineId id) {
        FakeMachine machine = state.machine(id);
        if (machine.active != PowerState.RUNNING) {
            throw new IllegalStateException("no guest runs in " + machine.name());
        }
        return machine;
    }

    private static String image(FakeMachine machine, String target) {
        return machine.now().disks().stream()
                .filter(d -> d.target().equals(target))
                .flatMap(d -> d.source().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no drive " + target));
    }

    /** The running guest writes to its disk. */
    public void writes(MachineId id, String target, String key, String value) {
        state.call(() -> {
            state.file(image(running(id), target)).write(key, value, state.tick());
            return true;
        });
    }

    /** The running guest fills its disk with bytes that nobody reads again. */
    public void fills(MachineId id, String target, long bytes) {
        state.call(() -> {
            FakeFile file = state.file(image(running(id), target));
            file.bulk += bytes;
            file.stamp = state.tick();
            return true;
        });
    }

    /** What the guest finds on its disk; the machine may be off. */
    public Map<String, String> reads(MachineId id, String target) {
        return state.call(() -> images.content(image(state.machine(id), target)));
    }

    /** What a guest would find on every writable disk, by target. */
    public Map<String, Map<String, String>> disks(MachineId id) {
        return state.call(() -> state.machine(id).now().hardware().writableDisks().stream()
                .collect(Collectors.toMap(
                        Disk::target, d -> images.content(d.source().orElseThrow()))));
    }

    /** What a guest would see of this image through its whole chain. */
    public Map<String, String> content(String path) {
        return state.call(() -> images.content(path));
    }

    /** What was written into this very file. */
    public Map<String, String> ownContent(String path) {
        return state.call(() -> Map.copyOf(state.file(path).writes));
    }

    /** The running guest keeps something in memory. */
    public void remembers(MachineId id, String key, String value) {
        state.call(() -> running(id).memory.put(key, value));
    }

    /** What is in the memory of an active machine. */
    public Map<String, String> memory(MachineId id) {
        return state.call(() -> Map.copyOf(state.machine(id).memory));
    }

    /** The running guest changes a firmware variable. */
    public void setsVariable(MachineId id, String key, String value) {
        state.call(() -> {
            state.file(running(id).now().get("nvram").orElseThrow()).write(key, value, state.tick());
            return true;
        });
    }

    /** The firmware's variables of a machine; empty before its first start. */
    public Map<String, String> variables(MachineId id) {
        return state.call(() -> state.machine(id)
                .now()
                .get("nvram")
                .filter(state.files::containsKey)
                .map(p -> Map.copyOf(state.file(p).writes))
                .orElse(Map.of()));
    }

    /** The guest reboots by itself, as installers do. */
    public void reboots(MachineId id) {
        state.call(() -> {
            FakePower.guestReboots(state, running(id));
            return true;
        });
    }

    /** The guest powers off by itself. */
    public void powersOff(MachineId id) {
        state.call(() -> {
            FakePower.stop(state, running(id), StopReason.GUEST);
            return true;
        });
    }

    /** The hypervisor process dies. */
    public void dies(MachineId id) {
        state.call(() -> {
            FakePower.stop(state, running(id), StopReason.CRASHED);
            return true;
        });
    }

    /** Whether the guest has an agent that answers. */
    public void agent(MachineId id, boolean answers) {
        state.call(() -> {
            state.machine(id).agent = answers;
            return true;
        });
    }

    /** Whether the guest ignores the power button. */
    public void deaf(MachineId id, boolean deaf) {
        state.call(() -> {
            state.machine(id).deafToShutdown = deaf;
            return true;
        });
    }

    /** The guest says something on its first serial port. */
    public void says(MachineId id, String text) {
        FakeSerialLine line = state.call(() -> running(id).serial);
        if (line != null) {
            line.say(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What was sent to the guest over its serial port by whoever is attached. */
    public String heard(MachineId id) {
        FakeSerialLine line = state.call(() -> running(id).serial);
        return line == null ? "" : new String(line.received(), StandardCharsets.UTF_8);
    }

    /** The keys pressed so far on the machine's screen, as keysyms. */
    public List<Integer> keysyms(MachineId id) {
        return state.call(() -> List.copyOf(state.machine(id).display.keysyms));
    }

    /** The scan codes of the same keys; 0 where only the sign came. */
    public List<Integer> scanCodes(MachineId id) {
        return state.call(() -> List.copyOf(state.machine(id).display.scanCodes));
    }

    /** The keys that are down now on the machine's screen, as keysyms. */
    public List<Integer> held(MachineId id) {
        return state.call(() -> List.copyOf(state.machine(id).display.held));
    }

    /** Where the pointer was, and its buttons, a bit each from the left one; with a mouse, how far it moved. */
    public record Pointer(int x, int y, int buttons) {}

    /** What the pointer did so far. */
    public List<Pointer> pointers(MachineId id) {
        return state.call(() -> List.copyOf(state.machine(id).display.pointers));
    }

    /** The texts that the guest was told of as copied elsewhere, oldest first. */
    public List<String> clipboard(MachineId id) {
        return state.call(() -> List.copyOf(state.machine(id).display.clipboard));
    }

    /** Somebody copies text in the guest. */
    public void copies(MachineId id, String text) {
        state.call(() -> {
            state.machine(id).screens.forEach(s -> s.copies(text));
            return true;
        });
    }

    /** Whether the guest takes another size of its screen when it is asked to; at first it does not. */
    public void follows(MachineId id, boolean follows) {
        state.call(() -> {
            state.machine(id).display.setFollows(follows);
            return true;
        });
    }

    /** Whether the machine has a mouse, which knows only how far it moves, and no tablet; known to screens that are opened from now on. */
    public void mouse(MachineId id, boolean mouse) {
        state.call(() -> {
            state.machine(id).display.setMouse(mouse);
            return true;
        });
    }

    /** The guest gives its screen another size by itself. */
    public void sized(MachineId id, int width, int height) {
        state.call(() -> {
            state.machine(id).display.setSize(width, height);
            state.machine(id).screens.forEach(FakeScreen::sized);
            return true;
        });
    }

    /** The size of the guest's screen, as {@code WIDTHxHEIGHT}. */
    public String screenSize(MachineId id) {
        return state.call(() -> {
            FakeDisplay display = state.machine(id).display;
            return display.width() + "x" + display.height();
        });
    }

    /** The screens of a machine break, and it goes on. */
    public void breaksScreens(MachineId id) {
        state.call(() -> {
            state.machine(id).screens.forEach(FakeScreen::close);
            state.machine(id).screens.clear();
            return true;
        });
    }

    /** How many screens of the machine were opened so far. */
    public int screensOpened(MachineId id) {
        return state.call(() -> state.machine(id).screensOpened);
    }

    /** The keys pressed so far, as in linux/input-event-codes.h. */
    public List<Integer> keys(MachineId id) {
        return state.call(() -> List.copyOf(state.machine(id).keys));
    }
}
