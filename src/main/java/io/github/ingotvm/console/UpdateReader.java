package io.github.ingotvm.console;

import java.util.HashMap;
import java.util.Map;

/** Framebuffer updates (RFC 6143, section 7.6.1): rectangles of pixels, and of what is no pixels at all. */
final class UpdateReader implements AutoCloseable {
    private static final int MOST_RESIZES = 16;
    /** Where an answer to a wish of ours is placed. */
    private static final int OURS = 1;

    private final WireReader in;
    private final Framebuffer screen;
    private final Desktop desktop;
    private final Limits limits;
    private final ScreenListener listener;
    private final Map<Integer, Decoder> decoders = new HashMap<>();
    private int resizes;

    UpdateReader(WireReader in, Framebuffer screen, Desktop desktop, Options options, ScreenListener listener) {
        this.in = in;
        this.screen = screen;
        this.desktop = desktop;
        this.limits = options.limits();
        this.listener = listener;
        decoders.put(Encoding.RAW.number(), Decoder.of(Encoding.RAW));
        options.encodings().forEach(e -> decoders.computeIfAbsent(e.number(), n -> Decoder.of(e)));
    }

    /** Reads what follows the message's type. Gives whether the screen's size has changed. */
    boolean read() {
        in.skip(1);
        int count = in.u16();
        resizes = 0;
        for (int i = 0; i < count; i++) {
            Area area = new Area(in.u16(), in.u16(), in.u16(), in.u16());
            int encoding = in.s32();
            if (encoding == Pseudo.LAST_RECT) {
                break;
            }
            rectangle(area, encoding);
        }
        return resizes > 0;
    }

    private void rectangle(Area area, int encoding) {
        switch (encoding) {
            case Pseudo.CURSOR -> listener.pointerShape(PointerShape.read(in, area, limits));
            case Pseudo.DESKTOP_SIZE -> resize(area);
            case Pseudo.EXTENDED_DESKTOP_SIZE -> screens(area);
            case Pseudo.QEMU_KEYS -> desktop.takeScanCodes();
            case Pseudo.POINTER_MOTION -> motion(area.x() == 0);
            case Pseudo.LED_STATE -> listener.locks(Locks.of(in.u8()));
            case Pseudo.DESKTOP_NAME -> Texts.read(in, limits);
            default -> pixels(area, encoding);
        }
    }

    private void motion(boolean relative) {
        desktop.pointer().become(relative);
        listener.pointerMotion(relative);
    }

    /** rfbproto, “ExtendedDesktopSize”: the place says who asked and, for a wish of ours, what came of it. */
    private void screens(Area area) {
        desktop.readScreens(in);
        if (area.x() != OURS) {
            resize(area);
            return;
        }
        SizeAnswer answer = SizeAnswer.of(area.y());
        if (answer == SizeAnswer.DONE) {
            resize(area);
        }
        listener.sizeAnswered(answer);
    }

    private void pixels(Area area, int encoding) {
        Decoder decoder = decoders.get(encoding);
        if (decoder == null) {
            throw ConsoleException.broken("pixels in a form that nobody asked for (" + encoding + ")");
        }
        if (!screen.holds(area)) {
            throw ConsoleException.broken("a rectangle outside of the screen");
        }
        decoder.decode(in, area, screen);
    }

    private void resize(Area area) {
        limits.checkScreen(area.width(), area.height());
        if (area.width() == screen.width() && area.height() == screen.height()) {
            return;
        }
        if (++resizes > MOST_RESIZES) {
            throw ConsoleException.broken("too many sizes at once");
        }
        screen.resize(area.width(), area.height());
    }

    @Override
    public void close() {
        decoders.values().forEach(Decoder::close);
    }
}
