package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Picture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.Image;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What machines show. The last picture of a machine is kept when it goes off. Pictures are captured one after the other on a thread of
 * their own, and only of those machines that somebody looks at.
 */
public final class Thumbnails implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);

    private final Function<MachineId, Optional<Picture>> capture;
    private final ExecutorService artist = Executors.newSingleThreadExecutor(Background.daemons("ingot-screens"));
    private final Map<MachineId, ObjectProperty<Optional<Image>>> pictures = new HashMap<>();
    private final Map<MachineId, Supplier<Picture>> lent = new ConcurrentHashMap<>();

    /** @param capture takes a picture of a machine, empty when it shows nothing; called off the window's thread */
    public Thumbnails(Function<MachineId, Optional<Picture>> capture) {
        this.capture = capture;
    }

    /** The latest picture of a machine. */
    public ReadOnlyObjectProperty<Optional<Image>> of(MachineId id) {
        return property(id);
    }

    private ObjectProperty<Optional<Image>> property(MachineId id) {
        return pictures.computeIfAbsent(id, i -> new SimpleObjectProperty<>(Optional.empty()));
    }

    /**
     * Takes a machine's pictures from whoever shows it anyway, instead of capturing them, until the result is run; then its last one
     * is kept.
     *
     * @param source called on any thread
     */
    public Runnable lend(MachineId id, Supplier<Picture> source) {
        lent.put(id, source);
        return () -> {
            if (lent.remove(id, source)) {
                Picture last = source.get();
                // A screen that had nothing on it yet, or no longer, tells less than what it showed before.
                if (!Screenshot.isBlank(last)) {
                    property(id).set(Optional.of(Screenshot.image(last)));
                }
            }
        };
    }

    /**
     * Captures again and again until the result is stopped; a round that takes longer than the period delays the next.
     *
     * @param watched the machines that are looked at now; asked on the window's thread
     * @param width about how wide the pictures are needed, in pixels
     */
    public Animation watch(Duration period, int width, Supplier<List<MachineId>> watched) {
        AtomicBoolean busy = new AtomicBoolean();
        Timeline clock =
                new Timeline(new KeyFrame(Duration.ZERO, e -> round(busy, width, watched)), new KeyFrame(period));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        return clock;
    }

    private void round(AtomicBoolean busy, int width, Supplier<List<MachineId>> watched) {
        if (artist.isShutdown() || !busy.compareAndSet(false, true)) {
            return;
        }
        List<MachineId> ids = watched.get();
        artist.execute(() -> {
            try {
                ids.forEach(id -> capture(id, width));
            } finally {
                busy.set(false);
            }
        });
    }

    private void capture(MachineId id, int width) {
        try {
            Optional.ofNullable(lent.get(id))
                    .map(Supplier::get)
                    .or(() -> capture.apply(id))
                    .map(p -> Screenshot.image(Screenshot.shrunk(p, width)))
                    .ifPresent(image -> Platform.runLater(() -> property(id).set(Optional.of(image))));
        } catch (IngotException e) {
            // The next round tries again; a machine that has just stopped is no news.
            LOG.debug("no picture of {}", id, e);
        }
    }

    @Override
    public void close() {
        artist.shutdownNow();
    }
}
