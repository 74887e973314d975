package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.ConsoleException;
import io.github.ingotvm.console.Options;
import io.github.ingotvm.console.PointerShape;
import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.console.ScreenListener;
import io.github.ingotvm.console.SizeAnswer;
import io.github.ingotvm.console.Transport;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.service.screen.ScreenAccess;
import io.github.ingotvm.ui.common.Background;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * The connection to a screen, kept up while it is wanted: when it breaks it is opened again, later and later. Everything is called
 * on the window's thread.
 */
final class Link {
    private static final Duration FIRST = Duration.millis(250);
    private static final Duration LONGEST = Duration.seconds(5);

    /** Hears what happens, on the window's thread. */
    interface Events {
        void frame(RfbClient client);

        void shape(PointerShape shape);

        /** Whether the guest can use the pointer only when it has it alone. */
        void pointerAlone(boolean alone);

        void sizeAnswered(SizeAnswer answer);

        /** Text was copied in the guest. */
        void copied(String text);

        /** Whether such text may come; asked on the connection's thread. */
        boolean wantsClipboard();

        /** @param why a sentence, when it will not come back by itself */
        void lost(Optional<IngotException> why);
    }

    private final Background background;
    private final Supplier<ScreenAccess.Line> open;
    private final Events events;
    private Optional<RfbClient> client = Optional.empty();
    private Duration delay = FIRST;
    private final PauseTransition pause = new PauseTransition();
    private boolean wanted;
    /** Tells the events of this connection from those of the ones before. */
    private int turn;

    Link(Background background, Supplier<ScreenAccess.Line> open, Events events) {
        this.background = background;
        this.open = open;
        this.events = events;
    }

    /** Connects; where it waits to try again it waits no longer: there is news of the machine. */
    void want() {
        boolean waiting = pause.getStatus() == Animation.Status.RUNNING;
        if (!wanted || waiting) {
            pause.stop();
            wanted = true;
            delay = FIRST;
            connect();
        }
    }

    void drop() {
        pause.stop();
        wanted = false;
        turn++;
        client.ifPresent(RfbClient::close);
        client = Optional.empty();
    }

    void with(Consumer<RfbClient> use) {
        client.ifPresent(use);
    }

    private void connect() {
        int mine = ++turn;
        background.run(open, line -> opened(mine, line), e -> failed(mine, e));
    }

    private void opened(int mine, ScreenAccess.Line line) {
        Transport transport = Transport.of(line.channel());
        if (mine != turn) {
            transport.close();
            return;
        }
        client = Optional.of(
                RfbClient.open(transport, Options.local(line.password()), new Hearing(mine, line.tablet())));
    }

    private void failed(int mine, IngotException e) {
        if (mine != turn) {
            return;
        }
        client = Optional.empty();
        boolean lasting = e.kind() == Kind.UNSUPPORTED || e.kind() == Kind.DENIED || e.kind() == Kind.NOT_FOUND;
        events.lost(lasting ? Optional.of(e) : Optional.empty());
        if (lasting) {
            return;
        }
        pause.setDuration(delay);
        delay = Duration.millis(Math.min(delay.toMillis() * 2, LONGEST.toMillis()));
        pause.setOnFinished(done -> {
            if (mine == turn && wanted) {
                connect();
            }
        });
        pause.playFromStart();
    }

    /** One connection's news, brought to the window's thread. */
    private final class Hearing implements ScreenListener {
        private final int mine;
        private final boolean tablet;
        private final Newest<PointerShape> shapes = newest(events::shape);
        private final Newest<Boolean> pointers = newest(events::pointerAlone);
        private final Newest<SizeAnswer> answers = newest(events::sizeAnswered);
        private final Newest<String> texts = newest(events::copied);

        Hearing(int mine, boolean tablet) {
            this.mine = mine;
            this.tablet = tablet;
        }

        private <T> Newest<T> newest(Consumer<T> event) {
            return new Newest<>(Platform::runLater, news -> {
                if (mine == turn) {
                    event.accept(news);
                }
            });
        }

        @Override
        public void frameReady() {
            Platform.runLater(() -> {
                if (mine == turn) {
                    delay = FIRST;
                    client.ifPresent(events::frame);
                }
            });
        }

        @Override
        public void pointerShape(PointerShape shape) {
            shapes.tell(shape);
        }

        /** A guest with a tablet will come to use it: until its driver is there, nobody needs the pointer. */
        @Override
        public void pointerMotion(boolean relative) {
            pointers.tell(relative && !tablet);
        }

        @Override
        public void sizeAnswered(SizeAnswer answer) {
            answers.tell(answer);
        }

        @Override
        public void clipboard(String text) {
            texts.tell(text);
        }

        @Override
        public boolean wantsClipboard() {
            return events.wantsClipboard();
        }

        @Override
        public void ended(Optional<ConsoleException> why) {
            why.ifPresent(e -> Platform.runLater(() -> failed(mine, e)));
        }
    }
}
