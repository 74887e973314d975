package io.github.ingotvm.console;

/** How pixels may be sent (RFC 6143, section 7.7). */
public enum Encoding {
    /** Section 7.7.1: each pixel as it is. The quickest on one computer. */
    RAW(0),
    /** Section 7.7.2: from elsewhere on the screen. */
    COPY_RECT(1),
    /** Section 7.7.4: tiles of 16x16. */
    HEXTILE(5),
    /** Section 7.7.6: tiles of 64x64, compressed. */
    ZRLE(16);

    private final int number;

    Encoding(int number) {
        this.number = number;
    }

    /** Its number in the protocol. */
    public int number() {
        return number;
    }
}
