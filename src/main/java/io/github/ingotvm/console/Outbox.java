package io.github.ingotvm.console;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Messages on their way to the server: nobody waits for a server that does not read. Moves of the pointer replace each other. */
final class Outbox {
    private static final int MOST_BYTES = 1 << 22;

    private final Transport transport;
    private final Attention attention;
    private final Deque<byte[]> messages = new ArrayDeque<>();
    private int waiting;
    private boolean begun;
    private boolean closed;

    Outbox(Transport transport, Attention attention) {
        this.transport = transport;
        this.attention = attention;
    }

    /** Never waits. Silently does nothing once it is closed. */
    synchronized void add(byte[] message) {
        if (closed) {
            return;
        }
        byte[] last = messages.peekLast();
        if (last != null && ClientMessages.replaces(message, last)) {
            messages.removeLast();
            waiting -= last.length;
        }
        messages.add(message);
        waiting += message.length;
        if (waiting > MOST_BYTES) {
            // A server that has taken nothing for so long is gone; the reader ends with the transport and says so.
            close();
            return;
        }
        notifyAll();
    }

    /** The server is ready for messages: what came before waits until now. */
    synchronized void begin() {
        begun = true;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        messages.clear();
        transport.close();
        notifyAll();
    }

    /** Sends until closed. */
    void run() {
        try {
            for (byte[] next = next(); next != null; next = next()) {
                transport.write(next);
            }
        } catch (IOException | RuntimeException e) {
            close(); // the reader finds out why
        }
    }

    private synchronized byte @Nullable [] next() {
        try {
            while (!closed && (!begun || messages.isEmpty())) {
                boolean on = attention.isOn();
                wait(on ? Attention.PERIOD_MILLIS : 0);
                if (on && messages.isEmpty() && !closed) {
                    return ClientMessages.peekClipboard();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        byte[] first = messages.poll();
        if (first != null) {
            waiting -= first.length;
        }
        return first;
    }
}
