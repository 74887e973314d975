package io.github.ingotvm.console;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Framebuffer updates (RFC 6143, section 7.6.1): rectangles of pixels, and of what is no pixels at all. */
final class UpdateReader implements AutoCloseable {
    private static final int MOST_RESIZES = 16;

    private final WireReader in;
    private final Framebuffer screen;
    private final Desktop desktop;
    private final Limits limits;
    private final Consumer<PointerShape> onPointer;
    private final Map<Integer, Decoder> decoders = new HashMap<>();
    private int resizes;

    UpdateReader(
            WireReader in, Framebuffer screen, Desktop desktop, Options options, Consumer<PointerShape> onPointer) {
        this.in = in;
        this.screen = screen;
        this.desktop = desktop;
        this.limits = options.limits();
        this.onPointer = onPointer;
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
            case Pseudo.CURSOR -> onPointer.accept(PointerShape.read(in, area, limits));
            case Pseudo.DESKTOP_SIZE -> resize(area);
            case Pseudo.EXTENDED_DESKTOP_SIZE -> {
                desktop.readScreens(in);
                // Its place says who asked and, for our own wish, whether it was refused.
                if (area.x() != 1 || area.y() == 0) {
                    resize(area);
                }
            }
            case Pseudo.QEMU_KEYS -> desktop.takeScanCodes();
            case Pseudo.LED_STATE -> in.skip(1);
            case Pseudo.DESKTOP_NAME -> Texts.read(in, limits);
            default -> pixels(area, encoding);
        }
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
