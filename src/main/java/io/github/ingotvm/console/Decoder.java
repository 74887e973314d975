package io.github.ingotvm.console;

/** Reads one rectangle's pixels. The area lies within the screen. */
interface Decoder extends AutoCloseable {
    void decode(WireReader in, Area area, Framebuffer screen);

    @Override
    default void close() {}

    static Decoder of(Encoding encoding) {
        return switch (encoding) {
            case RAW -> new RawDecoder();
            case COPY_RECT -> new CopyRectDecoder();
            case HEXTILE -> new HextileDecoder();
            case ZRLE -> new ZrleDecoder();
        };
    }
}
