package io.github.ingotvm.service.screen;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/** A channel that tells, once, when it is closed. */
final class ScreenChannel implements ByteChannel {
    private final ByteChannel channel;
    private final Runnable onClose;
    private final AtomicBoolean told = new AtomicBoolean();

    ScreenChannel(ByteChannel channel, Runnable onClose) {
        this.channel = channel;
        this.onClose = onClose;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return channel.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return channel.write(source);
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            if (told.compareAndSet(false, true)) {
                onClose.run();
            }
        }
    }
}
