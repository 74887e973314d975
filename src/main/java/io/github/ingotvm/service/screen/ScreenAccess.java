package io.github.ingotvm.service.screen;

import io.github.ingotvm.hypervisor.Consoles.Display;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.work.Programs;
import java.nio.channels.ByteChannel;
import java.util.Optional;

/** Opens the screens of machines. While one is open, its guest can share the clipboard with whoever looks at it. */
public final class ScreenAccess implements AutoCloseable {
    private final Context context;
    private final ClipboardShare clipboards;
    private final RemoteViewer viewer;

    /** @param programs among which one for screens that Ingot cannot show may be */
    public ScreenAccess(Context context, Programs programs) {
        this.context = context;
        this.viewer = new RemoteViewer(programs, context.hypervisor().uri());
        this.clipboards = new ClipboardShare(
                context.hypervisor().consoles(), context.lock().folder().resolve("screens"));
    }

    /**
     * An open screen: a server of the remote framebuffer protocol is at the other end.
     *
     * @param channel blocks; the caller closes it
     * @param password the server may ask for
     * @param tablet whether the machine has a pointing device that goes to a place; a mouse knows only how far it moves
     */
    public record Line(ByteChannel channel, Optional<String> password, boolean tablet) {}

    /**
     * {@code WRONG_STATE} when the machine is not running, {@code UNSUPPORTED} when Ingot cannot show its screen; a {@link
     * ScreenElsewhereException} when another program can.
     */
    public Line open(MachineId id) {
        requireActive(id);
        Display display = context.hypervisor().consoles().display(id);
        if (display instanceof Display.Direct direct) {
            clipboards.opened(id);
            ScreenChannel channel = new ScreenChannel(direct.channel(), () -> clipboards.closed(id));
            return new Line(channel, direct.password(), direct.tablet());
        }
        if (display instanceof Display.Elsewhere elsewhere) {
            boolean there = viewer.isInstalled();
            throw new ScreenElsewhereException(
                    elsewhere.reason()
                            + (there
                                    ? "; open it in Remote Viewer."
                                    : "; install virt-viewer to open it in Remote Viewer."),
                    there);
        }
        String reason = display instanceof Display.None none ? none.reason() : "There is no way to its screen.";
        throw new IngotException(Kind.UNSUPPORTED, reason);
    }

    private void requireActive(MachineId id) {
        VirtualMachine machine = context.inventory().require(id);
        if (!machine.state().isActive()) {
            throw new IngotException(
                    Kind.WRONG_STATE, machine.displayName() + " is not running; start it to see its screen.");
        }
    }

    /**
     * Opens a machine's screen in Remote Viewer, a program of its own.
     *
     * <p>{@code WRONG_STATE} when the machine is not running, {@code UNSUPPORTED} when that program is not installed.
     */
    public void openInViewer(MachineId id) {
        requireActive(id);
        viewer.open(id);
    }

    /** Screens that are open stay so, without their clipboard. */
    @Override
    public void close() {
        clipboards.close();
    }
}
