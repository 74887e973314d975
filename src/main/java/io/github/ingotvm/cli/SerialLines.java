package io.github.ingotvm.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts what a serial port says into lines. */
final class SerialLines implements Consumer<byte[]> {
    private static final int LONGEST = 4096;

    private final Consumer<String> sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    SerialLines(Consumer<String> sink) {
        this.sink = sink;
    }

    @Override
    public synchronized void accept(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '\n' || b == '\r') {
                end();
            } else if (line.size() < LONGEST) {
                line.write(b);
            }
        }
    }

    private void end() {
        if (line.size() > 0) {
            sink.accept(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }
}
