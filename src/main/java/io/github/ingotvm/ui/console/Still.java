package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.Framebuffer;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Picture;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Screen;
import io.github.ingotvm.ui.common.Thumbnails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.Stage;
import javafx.util.Duration;

/** What a machine's screen looked like last: shown while it cannot be used. Taken again and again where the machine runs all the same. */
final class Still {
    private static final Duration REFRESH = Duration.millis(500);
    private static final int WIDTH = 4096;

    private final Thumbnails thumbnails;
    private final MachineId id;
    private final ObservableBooleanValue needed;
    private final Screen view;
    private boolean active;
    private Optional<Animation> pictures = Optional.empty();

    /** @param needed whether anything else shows the machine */
    Still(Thumbnails thumbnails, MachineId id, ObservableBooleanValue needed) {
        this.thumbnails = thumbnails;
        this.id = id;
        this.needed = needed;
        this.view = new Screen(thumbnails.of(id));
        view.getStyleClass().add("large");
        view.setBadged(false);
    }

    Screen view() {
        return view;
    }

    void show(VirtualMachine machine) {
        active = machine.state().isActive();
        view.show(machine);
        if (pictures.isEmpty()) {
            pictures = Optional.of(thumbnails.watch(REFRESH, WIDTH, this::watched));
        }
    }

    /** Others see the same picture, until the result is run; the last one is kept. */
    Runnable lend(Framebuffer screen) {
        return thumbnails.lend(id, () -> picture(screen));
    }

    private static Picture picture(Framebuffer screen) {
        List<Picture> taken = new ArrayList<>();
        screen.look((width, height, argb, dirty) ->
                taken.add(new Picture(width, height, Arrays.copyOf(argb, width * height))));
        return taken.get(0);
    }

    private List<MachineId> watched() {
        boolean seen =
                view.getScene() != null && view.getScene().getWindow() instanceof Stage stage && !stage.isIconified();
        return active && seen && needed.get() ? List.of(id) : List.of();
    }

    void stop() {
        pictures.ifPresent(Animation::stop);
        pictures = Optional.empty();
    }
}
