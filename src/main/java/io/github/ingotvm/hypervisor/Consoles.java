package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.MachineId;
import java.nio.channels.ByteChannel;
import java.util.Optional;

/** Ways to the screens of machines, to see and to use them. */
public interface Consoles {
    /**
     * Opens the first screen of a machine.
     *
     * @throws HypervisorException {@code NOT_FOUND} when there is no such machine
     */
    Display display(MachineId id);

    /**
     * Gives an active machine the channel by which its guest's agent shares the clipboard with who looks at its screen. It is no
     * part of the machine's definition: its next start is without. Does nothing when the machine has one.
     *
     * @return whether it was plugged in by this call
     * @throws HypervisorException {@code NOT_FOUND}, {@code WRONG_STATE} when the machine is off, {@code UNSUPPORTED} where the
     *     hypervisor has no such channel
     */
    boolean plugClipboard(MachineId id);

    /**
     * Takes away the channel that {@link #plugClipboard} plugged in, by whichever client. One that the machine came with, or that
     * another tool plugged in, stays.
     *
     * @return whether there was one
     * @throws HypervisorException {@code NOT_FOUND}
     */
    boolean unplugClipboard(MachineId id);

    /** What became of it. */
    sealed interface Display {
        /**
         * A server of the remote framebuffer protocol is at the other end. Ends by itself when the machine stops.
         *
         * @param channel blocks; may be read and written at the same time, and closed by any thread; the caller closes it
         * @param password the server may ask for
         * @param tablet whether the machine has a pointing device that goes to a place; a mouse knows only how far it moves
         */
        record Direct(ByteChannel channel, Optional<String> password, boolean tablet) implements Display {}

        /**
         * It has one that cannot be opened here, and another program can.
         *
         * @param reason a sentence for people that says why, without its full stop
         */
        record Elsewhere(String reason) implements Display {}

        /**
         * There is no way to it.
         *
         * @param reason a sentence for people that says what to do next
         */
        record None(String reason) implements Display {}
    }
}
