package io.github.ingotvm.fake;

import io.github.ingotvm.model.Picture;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** A server of the remote framebuffer protocol in memory: shows a picture, and shows it again after each key. */
public final class FakeScreen implements AutoCloseable {
    private final Pipe toServer;
    private final Pipe toClient;
    private final Supplier<Picture> picture;
    private final IntConsumer keys;
    private boolean asked;
    private boolean stale;

    private FakeScreen(Supplier<Picture> picture, IntConsumer keys) {
        this.picture = picture;
        this.keys = keys;
        try {
            this.toServer = Pipe.open();
            this.toClient = Pipe.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param keys hears of each key pressed, by its keysym */
    public static FakeScreen of(Supplier<Picture> picture, IntConsumer keys) {
        FakeScreen screen = new FakeScreen(picture, keys);
        Thread thread = new Thread(screen::serve, "fake-screen");
        thread.setDaemon(true);
        thread.start();
        return screen;
    }

    /** The client's end. */
    public ByteChannel channel() {
        return new ByteChannel() {
            @Override
            public int read(ByteBuffer target) throws IOException {
                return toClient.source().read(target);
            }

            @Override
            public int write(ByteBuffer source) throws IOException {
                return toServer.sink().write(source);
            }

            @Override
            public boolean isOpen() {
                return toClient.source().isOpen();
            }

            @Override
            public void close() throws IOException {
                toClient.source().close();
                toServer.sink().close();
            }
        };
    }

    private void serve() {
        try (DataInputStream in = new DataInputStream(Channels.newInputStream(toServer.source()));
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(toClient.sink()))) {
            greet(in, out);
            while (true) {
                message(in, out);
            }
        } catch (IOException e) {
            close(); // the client left, or the machine stopped
        }
    }

    private void greet(DataInputStream in, DataOutputStream out) throws IOException {
        out.writeBytes("RFB 003.008\n");
        in.skipNBytes(12);
        out.write(new byte[] {1, 1});
        in.skipNBytes(1);
        out.writeInt(0);
        in.skipNBytes(1);
        out.writeShort(picture.get().width());
        out.writeShort(picture.get().height());
        out.write(new byte[16]);
        out.writeInt(4);
        out.writeBytes("fake");
    }

    private void message(DataInputStream in, DataOutputStream out) throws IOException {
        switch (in.readUnsignedByte()) {
            case 0 -> in.skipNBytes(19);
            case 2 -> {
                in.skipNBytes(1);
                in.skipNBytes(4L * in.readUnsignedShort());
            }
            case 3 -> {
                stale |= in.readUnsignedByte() == 0;
                in.skipNBytes(8);
                asked = true;
            }
            case 4 -> {
                boolean down = in.readUnsignedByte() != 0;
                in.skipNBytes(2);
                int keysym = in.readInt();
                if (down) {
                    keys.accept(keysym);
                    stale = true;
                }
            }
            case 5 -> in.skipNBytes(5);
            case 6 -> {
                in.skipNBytes(3);
                in.skipNBytes(in.readInt());
            }
            default -> throw new IOException("unknown message");
        }
        if (asked && stale) {
            asked = false;
            stale = false;
            show(out);
        }
    }

    private void show(DataOutputStream out) throws IOException {
        Picture now = picture.get();
        ByteBuffer bytes = ByteBuffer.allocate(16 + now.argb().length * 4);
        bytes.putShort((short) 0).putShort((short) 1).putInt(0);
        bytes.putShort((short) now.width()).putShort((short) now.height()).putInt(0);
        for (int pixel : now.argb()) {
            bytes.putInt(Integer.reverseBytes(pixel));
        }
        out.write(bytes.array());
    }

    /** The machine stops. */
    @Override
    public void close() {
        try {
            toServer.source().close();
            toClient.sink().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
