package io.github.ingotvm.service.machines;

import io.github.ingotvm.hypervisor.Power;
import java.nio.charset.StandardCharsets;

/** An open serial port of a running machine. Ends by itself when the machine stops. */
public final class SerialPort implements AutoCloseable {
    private final Power.SerialLine line;

    SerialPort(Power.SerialLine line) {
        this.line = line;
    }

    /** Types text (UTF-8) into the guest. */
    public void send(String text) {
        line.send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes as they are. */
    public void send(byte[] bytes) {
        line.send(bytes);
    }

    public boolean isOpen() {
        return line.isOpen();
    }

    @Override
    public void close() {
        line.close();
    }
}
