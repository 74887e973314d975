package io.github.ingotvm.service;

import io.github.ingotvm.hypervisor.Consoles.Display;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import java.nio.channels.ByteChannel;
import java.util.Optional;

/** Opens the screens of machines. While one is open, its guest can share the clipboard with whoever looks at it. */
public final class ScreenAccess implements AutoCloseable {
    private final Context context;
    private final ClipboardShare clipboards;

    ScreenAccess(Context context) {
        this.context = context;
        this.clipboards = new ClipboardShare(context.hypervisor().consoles());
    }

    /**
     * An open screen: a server of the remote framebuffer protocol is at the other end.
     *
     * @param channel blocks; the caller closes it
     * @param password the server may ask for
     */
    public record Line(ByteChannel channel, Optional<String> password) {}

    /** {@code WRONG_STATE} when the machine is not running, {@code UNSUPPORTED} when Ingot cannot show its screen. */
    public Line open(MachineId id) {
        VirtualMachine machine = context.inventory().require(id);
        if (!machine.state().isActive()) {
            throw new IngotException(
                    Kind.WRONG_STATE, machine.displayName() + " is not running; start it to see its screen.");
        }
        Display display = context.hypervisor().consoles().display(id);
        if (display instanceof Display.Direct direct) {
            clipboards.opened(id);
            return new Line(new ScreenChannel(direct.channel(), () -> clipboards.closed(id)), direct.password());
        }
        String reason = display instanceof Display.None none ? none.reason() : "There is no way to its screen.";
        throw new IngotException(Kind.UNSUPPORTED, reason);
    }

    /** Screens that are open stay so, without their clipboard. */
    @Override
    public void close() {
        clipboards.close();
    }
}
