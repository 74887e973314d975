package io.github.ingotvm.fake;

import io.github.ingotvm.model.Picture;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.Optional;

/** A server of the remote framebuffer protocol in memory: shows a picture, and shows it again after each key and with each size. */
final class FakeScreen implements AutoCloseable {
    private final Pipe toServer;
    private final Pipe toClient;
    private volatile Optional<FakeScreenTalk> talking = Optional.empty();

    private FakeScreen() {
        try {
            this.toServer = Pipe.open();
            this.toClient = Pipe.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a screen shows. */
    interface Painter {
        Picture paint(int width, int height);
    }

    static FakeScreen of(FakeDisplay display, Painter painter) {
        FakeScreen screen = new FakeScreen();
        Thread thread = new Thread(() -> screen.serve(display, painter), "fake-screen");
        thread.setDaemon(true);
        thread.start();
        return screen;
    }

    private void serve(FakeDisplay display, Painter painter) {
        try (DataInputStream in = new DataInputStream(Channels.newInputStream(toServer.source()));
                DataOutputStream out = new DataOutputStream(
                        new BufferedOutputStream(Channels.newOutputStream(toClient.sink()), 1 << 16))) {
            FakeScreenTalk talk = new FakeScreenTalk(in, out, display, painter);
            talk.greet();
            talking = Optional.of(talk);
            while (true) {
                talk.message();
            }
        } catch (IOException e) {
            close(); // the client left, or the machine stopped
        }
    }

    /** The client's end. */
    ByteChannel channel() {
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

    /** The guest copies text. */
    void copies(String text) {
        try {
            if (talking.isPresent()) {
                talking.get().copies(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The guest has another size of its screen. */
    void sized() {
        talking.ifPresent(FakeScreenTalk::sized);
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
