package io.github.ingotvm.cli;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.service.machines.SerialPort;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is typed to a serial port, on a thread of its own, until the way out is taken. */
final class ConsoleInput {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleInput.class);
    /** Ctrl+]. */
    private static final byte WAY_OUT = 0x1d;

    private static final int BUFFER = 4096;

    private final InputStream in;
    private final SerialPort port;
    private final boolean person;
    private final CountDownLatch left = new CountDownLatch(1);

    private ConsoleInput(InputStream in, SerialPort port, boolean person) {
        this.in = in;
        this.port = port;
        this.person = person;
    }

    /** @param person whether there is a way out; else all bytes are meant for the guest, and the input's end ends nothing */
    static ConsoleInput start(InputStream in, SerialPort port, boolean person) {
        ConsoleInput input = new ConsoleInput(in, port, person);
        Thread thread = new Thread(input::pump, "console-input");
        thread.setDaemon(true); // it may wait for a key for ever
        thread.start();
        return input;
    }

    /** Reaches zero when the way out was taken. */
    CountDownLatch left() {
        return left;
    }

    boolean isLeft() {
        return left.getCount() == 0;
    }

    private void pump() {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int end = person ? indexOfWayOut(buffer, n) : n;
                if (end > 0) {
                    port.send(Arrays.copyOf(buffer, end));
                }
                if (end < n) {
                    left.countDown();
                    return;
                }
            }
            if (person) {
                left.countDown(); // the terminal is gone
            }
        } catch (IOException | IngotException e) {
            LOG.debug("Nothing more is sent", e); // the port tells by itself when it is closed
        }
    }

    private static int indexOfWayOut(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == WAY_OUT) {
                return i;
            }
        }
        return length;
    }
}
