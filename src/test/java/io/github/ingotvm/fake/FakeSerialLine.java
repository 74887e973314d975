package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Power.SerialLine;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** A serial port with somebody attached. */
final class FakeSerialLine implements SerialLine {
    private final Consumer<byte[]> sink;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private volatile boolean open = true;

    FakeSerialLine(Consumer<byte[]> sink) {
        this.sink = sink;
    }

    void say(byte[] bytes) {
        if (open) {
            sink.accept(bytes);
        }
    }

    byte[] received() {
        return received.toByteArray();
    }

    @Override
    public void send(byte[] bytes) {
        if (open) {
            received.writeBytes(bytes);
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
