package io.github.ingotvm.console;

/** RFC 6143, section 7.7.2: pixels that the client has already. */
final class CopyRectDecoder implements Decoder {
    @Override
    public void decode(WireReader in, Area area, Framebuffer screen) {
        int x = in.u16();
        int y = in.u16();
        if (!screen.holds(new Area(x, y, area.width(), area.height()))) {
            throw ConsoleException.broken("a copy from outside of the screen");
        }
        screen.copy(x, y, area);
    }
}
