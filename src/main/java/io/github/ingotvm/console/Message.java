package io.github.ingotvm.console;

import java.io.ByteArrayOutputStream;

/** A message to the server while it is put together, most significant bytes first. */
final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message u8(int value) {
        bytes.write(value);
        return this;
    }

    Message u16(int value) {
        return u8(value >> 8).u8(value);
    }

    Message u32(int value) {
        return u16(value >> 16).u16(value);
    }

    Message zeros(int count) {
        bytes.writeBytes(new byte[count]);
        return this;
    }

    Message bytes(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    byte[] done() {
        return bytes.toByteArray();
    }
}
