package io.github.ingotvm.console;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text that is copied on one side and pasted on the other: with servers that know the Extended Clipboard (rfbproto, “Extended
 * Clipboard Pseudo-Encoding”) each side says that it has some and the other fetches it; with others it is sent as Latin-1 at once
 * (RFC 6143, sections 7.5.6 and 7.6.4).
 */
final class Clipboard {
    static final int PEEK = 1 << 26;
    private static final int TEXT = 1;
    private static final int CAPS = 1 << 24;
    private static final int REQUEST = 1 << 25;
    private static final int NOTIFY = 1 << 27;
    private static final int PROVIDE = 1 << 28;
    private static final int HEADER = 4;

    private final Desktop desktop;
    private final Limits limits;
    private final Outbox outbox;
    private final Attention attention;
    private final ScreenListener listener;
    private boolean extended;
    private Optional<String> ours = Optional.empty();
    /** The message that provides it, made when it is first asked for. */
    private byte @Nullable [] provided;

    Clipboard(Desktop desktop, Limits limits, Outbox outbox, Attention attention, ScreenListener listener) {
        this.desktop = desktop;
        this.limits = limits;
        this.outbox = outbox;
        this.attention = attention;
        this.listener = listener;
    }

    /** Gives whether it is short enough. */
    synchronized boolean offer(String text) {
        if (PackedText.size(text, desktop.isQemu()) > limits.clipboard()) {
            return false;
        }
        ours = Optional.of(text);
        provided = null;
        outbox.add(extended ? have() : ClientMessages.clipboard(text));
        return true;
    }

    /** Reads what follows the message's type. */
    void read(WireReader in) {
        in.skip(3);
        int length = in.s32();
        // The whole range of the number: -2^31 has no positive counterpart in it.
        long size = Math.abs((long) length);
        if (size > limits.skipped()) {
            throw ConsoleException.broken("a clipboard that is too large (" + size + " bytes)");
        }
        if (length >= 0) {
            latin(in, size);
        } else {
            extended(in, size);
        }
    }

    private void latin(WireReader in, long size) {
        int kept = (int) Math.min(size, limits.clipboard());
        byte[] bytes = in.bytes(kept);
        in.skip(size - kept);
        listener.clipboard(PackedText.latin(bytes));
    }

    private void extended(WireReader in, long size) {
        if (size < HEADER) {
            throw ConsoleException.broken("a clipboard without a beginning");
        }
        int flags = in.s32();
        long rest = size - HEADER;
        if ((flags & PROVIDE) != 0 && (flags & CAPS) == 0 && (flags & TEXT) != 0) {
            listener.clipboard(PackedText.unpack(in, rest, limits.clipboard()));
            return;
        }
        in.skip(rest);
        if ((flags & CAPS) != 0) {
            greet();
        } else if ((flags & NOTIFY) != 0 && (flags & TEXT) != 0) {
            if (listener.wantsClipboard()) {
                outbox.add(ClientMessages.extendedClipboard(REQUEST | TEXT, new byte[0]));
            }
        } else if ((flags & REQUEST) != 0 && (flags & TEXT) != 0) {
            provide();
        } else if ((flags & PEEK) != 0) {
            outbox.add(have());
        }
    }

    /** What we understand; with a size of 0, so that nothing comes unasked. */
    private synchronized void greet() {
        extended = true;
        if (desktop.isQemu()) {
            attention.want();
        }
        byte[] sizes = new Message().u32(0).done();
        outbox.add(ClientMessages.extendedClipboard(CAPS | REQUEST | PEEK | NOTIFY | PROVIDE | TEXT, sizes));
        if (ours.isPresent()) {
            outbox.add(have());
        }
    }

    private synchronized byte[] have() {
        return ClientMessages.extendedClipboard(NOTIFY | (ours.isPresent() ? TEXT : 0), new byte[0]);
    }

    private synchronized void provide() {
        if (ours.isEmpty()) {
            return;
        }
        if (provided == null) {
            byte[] packed = PackedText.pack(ours.get(), desktop.isQemu());
            provided = ClientMessages.extendedClipboard(PROVIDE | TEXT, packed);
        }
        outbox.add(provided);
    }
}
