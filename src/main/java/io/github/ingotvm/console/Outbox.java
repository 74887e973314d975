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
    private final int patience;
    private final Deque<byte[]> messages = new ArrayDeque<>();
    private static final byte[] NOTHING = {};

    private int waiting;
    /** The last message, if it was a place of the pointer. */
    private byte[] place = NOTHING;

    private boolean begun;
    private boolean late;
    private boolean closed;

    /** @param patience for {@link #begin}, in milliseconds */
    Outbox(Transport transport, Attention attention, int patience) {
        this.transport = transport;
        this.attention = attention;
        this.patience = patience;
    }

    /** Never waits. Silently does nothing once it is closed. */
    synchronized void add(byte[] message) {
        put(message);
        place = NOTHING;
    }

    /** The same with a place of the pointer, which takes the place of the one before where that still waits. */
    synchronized void addPlace(byte[] message) {
        byte[] last = messages.peekLast();
        if (last == place && last != null && ClientMessages.replaces(message, last)) {
            messages.removeLast();
            waiting -= last.length;
        }
        put(message);
        place = message;
    }

    private void put(byte[] message) {
        if (closed) {
            return;
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

    /** Whether it was closed because nobody began. */
    synchronized boolean isLate() {
        return late;
    }

    /** Sends until closed. */
    void run() {
        try {
            awaitBegin();
            for (byte[] next = next(); next != null; next = next()) {
                transport.write(next);
            }
        } catch (IOException | RuntimeException e) {
            close(); // the reader finds out why
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitBegin() throws InterruptedException {
        long end = System.nanoTime() + patience * 1_000_000L;
        for (long left = patience; !begun && !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        if (!begun && !closed) {
            late = true;
            close();
        }
    }

    private synchronized byte @Nullable [] next() throws InterruptedException {
        while (messages.isEmpty() && !closed) {
            boolean on = attention.isOn();
            wait(on ? Attention.PERIOD_MILLIS : 0);
            if (on && messages.isEmpty() && !closed) {
                return ClientMessages.peekClipboard();
            }
        }
        byte[] first = messages.poll();
        if (first != null) {
            waiting -= first.length;
        }
        return first;
    }
}
