package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Consoles;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Picture;
import java.util.Optional;
import java.util.function.Function;

/** Screens in memory. */
final class FakeConsoles implements Consoles {
    private final FakeConnection connection;
    private final Function<MachineId, Picture> pictures;

    FakeConsoles(FakeConnection connection, Function<MachineId, Picture> pictures) {
        this.connection = connection;
        this.pictures = pictures;
    }

    @Override
    public boolean plugClipboard(MachineId id) {
        return connection.get(() -> {
            FakeMachine machine = connection.state.machine(id);
            if (!machine.isActive()) {
                throw new HypervisorException(Kind.WRONG_STATE, machine.name() + " is off; start it first.");
            }
            boolean was = machine.clipboard;
            machine.clipboard = true;
            return !was;
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
            Picture picture = pictures.apply(id);
            FakeScreen screen = FakeScreen.of(() -> picture, machine.keysyms::add);
            machine.screens.add(screen);
            return new Display.Direct(screen.channel(), Optional.empty());
        });
    }
}
