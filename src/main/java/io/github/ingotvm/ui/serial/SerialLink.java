package io.github.ingotvm.ui.serial;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.service.machines.SerialPort;
import io.github.ingotvm.ui.common.Background;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** The connection to a serial port. Everything is called on the window's thread; what is sent waits elsewhere. */
final class SerialLink {
    private static final Duration LOOK = Duration.millis(250);
    private static final int MOST_WAITING = 256;

    /** Hears what happens, on the window's thread. */
    interface Events {
        void opened();

        /** @param why a sentence; empty when the port was closed at its other end */
        void closed(Optional<IngotException> why);
    }

    private final Background background;
    private final Function<Consumer<byte[]>, SerialPort> open;
    private final Consumer<byte[]> heard;
    private final Events events;
    private final Timeline watch = new Timeline(new KeyFrame(LOOK, e -> look()));
    /** What is typed goes out in its order, also while the guest takes its time; a flood of answers is cut off. */
    private final ExecutorService sender = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Background.daemons("serial-sender"),
            new ThreadPoolExecutor.DiscardPolicy());

    private Optional<SerialPort> port = Optional.empty();
    private boolean wanted;
    /** Tells this connection from those before. */
    private int turn;

    /**
     * @param open opens the port; what the guest says goes to the consumer
     * @param heard receives what the guest says, on the port's own thread
     */
    SerialLink(
            Background background, Function<Consumer<byte[]>, SerialPort> open, Consumer<byte[]> heard, Events events) {
        this.background = background;
        this.open = open;
        this.heard = heard;
        this.events = events;
        watch.setCycleCount(Animation.INDEFINITE);
    }

    void want() {
        if (!wanted) {
            wanted = true;
            int mine = ++turn;
            background.run(() -> open.apply(heard), opened -> opened(mine, opened), e -> failed(mine, e));
        }
    }

    void drop() {
        wanted = false;
        turn++;
        watch.stop();
        port.ifPresent(this::close);
        port = Optional.empty();
    }

    private void close(SerialPort gone) {
        background.run(gone::close, () -> {}, e -> {});
    }

    private void opened(int mine, SerialPort opened) {
        if (mine != turn) {
            close(opened);
            return;
        }
        port = Optional.of(opened);
        watch.play();
        events.opened();
    }

    private void failed(int mine, IngotException e) {
        if (mine == turn) {
            drop();
            events.closed(Optional.of(e));
        }
    }

    private void look() {
        if (port.filter(p -> !p.isOpen()).isPresent()) {
            drop();
            events.closed(Optional.empty());
        }
    }

    /** May be called from any thread. */
    void send(byte[] bytes) {
        Optional<SerialPort> to = port;
        to.ifPresent(p -> sender.execute(() -> {
            try {
                p.send(bytes);
            } catch (IngotException e) {
                p.close(); // it does not take anything: the watch tells
            }
        }));
    }
}
