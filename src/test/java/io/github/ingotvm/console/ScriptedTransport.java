package io.github.ingotvm.console;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A server that says its piece whatever it hears, and then hangs up. */
final class ScriptedTransport implements Transport {
    /** A message that ends the writing. */
    static final byte[] LAST = {0};

    private final ByteArrayInputStream script;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private boolean closed;

    ScriptedTransport(byte[] script) {
        this.script = new ByteArrayInputStream(script);
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        return script.read(buffer, offset, length);
    }

    @Override
    @SuppressWarnings("ArrayEquals") // This very one.
    public synchronized void write(byte[] bytes) throws IOException {
        if (bytes == LAST) {
            throw new IOException("that was all");
        }
        heard.writeBytes(bytes);
    }

    synchronized byte[] heard() {
        return heard.toByteArray();
    }

    int left() {
        return script.available();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
