package io.github.ingotvm.libvirt;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.StreamPointer;

/** A stream of bytes from or to libvirt; waits. What is not finished at its closing is aborted. */
final class ByteStream implements AutoCloseable {
    /** What fits into one message of libvirt's protocol. */
    static final int CHUNK = 262_120;

    private final StreamPointer stream;
    private final String doing;
    private boolean started;
    private boolean finished;

    private ByteStream(StreamPointer stream, String doing) {
        this.stream = stream;
        this.doing = doing;
    }

    static ByteStream on(ConnectionPointer connection, String doing) {
        return new ByteStream(Errors.check(Virt.X.virStreamNew(connection, 0), doing), doing);
    }

    /** For the call that sets the stream going. */
    StreamPointer start() {
        started = true;
        return stream;
    }

    /** At most {@code limit} bytes, fewer at the stream's end. */
    byte[] receive(int limit) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[Math.min(CHUNK, limit)];
        while (all.size() < limit) {
            int n = Errors.check(
                    Virt.X.virStreamRecv(stream, buffer, Math.min(buffer.length, limit - all.size())), doing);
            if (n == 0) {
                break;
            }
            all.write(buffer, 0, n);
        }
        return all.toByteArray();
    }

    void send(byte[] bytes, int length) {
        int sent = 0;
        while (sent < length) {
            byte[] rest = sent == 0 ? bytes : Arrays.copyOfRange(bytes, sent, length);
            sent += Errors.check(Virt.X.virStreamSend(stream, rest, length - sent), doing);
        }
    }

    /** Waits until everything has arrived. */
    void finish() {
        finished = true;
        Errors.check(Virt.X.virStreamFinish(stream), doing);
    }

    @Override
    public void close() {
        if (started && !finished) {
            Virt.X.virStreamAbort(stream);
        }
        Virt.X.virStreamFree(stream);
    }
}
