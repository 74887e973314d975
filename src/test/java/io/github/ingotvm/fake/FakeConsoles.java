package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Consoles;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Picture;
import java.util.Optional;

/** Screens in memory. */
public final class FakeConsoles implements Consoles {
    private final FakeConnection connection;
    private final Painter painter;

    /** What machines show. */
    public interface Painter {
        Picture paint(MachineId id, int width, int height);
    }

    FakeConsoles(FakeConnection connection, Painter painter) {
        this.connection = connection;
        this.painter = painter;
    }

    @Override
    public boolean plugClipboard(MachineId id) {
        return connection.get(() -> {
            FakeMachine machine = connection.state.machine(id);
            if (!machine.isActive()) {
                throw new HypervisorException(Kind.WRONG_STATE, machine.name() + " is off; start it first.");
            }
            if (machine.clipboard || machine.now().has("clipboard")) {
                return false;
            }
            machine.clipboard = true;
            return true;
        });
    }

    @Override
    public boolean unplugClipboard(MachineId id) {
        return connection.get(() -> {
            FakeMachine machine = connection.state.machine(id);
            boolean was = machine.clipboard;
            machine.clipboard = false;
            return was;
        });
    }

    @Override
    public Display display(MachineId id) {
        return connection.get(() -> {
            FakeMachine machine = connection.state.machine(id);
            if (!machine.isActive()) {
                return new Display.None(machine.name() + " is off; start it to see its screen.");
            }
            if (machine.now().screen().equals("spice")) {
                return new Display.Elsewhere("The screen of " + machine.name() + " speaks SPICE and not VNC");
            }
            FakeScreen screen = FakeScreen.of(machine.display, (width, height) -> painter.paint(id, width, height));
            machine.screens.add(screen);
            machine.screensOpened++;
            return new Display.Direct(screen.channel(), Optional.empty(), !machine.display.hasMouse());
        });
    }
}
