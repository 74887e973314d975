package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.keyboard.KeyPlaces;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.service.screen.ScreenAccess;
import io.github.ingotvm.ui.common.MachineTab;
import io.github.ingotvm.ui.common.Settings;
import io.github.ingotvm.ui.common.Thumbnails;
import io.github.ingotvm.ui.common.Tools;
import java.util.Optional;

/** Makes the screens of machines that can be used, with what they share. */
public final class Consoles implements AutoCloseable {
    private final ScreenAccess screens;
    private final Thumbnails thumbnails;
    private final Settings settings;
    private Optional<KeyPlaces> places = Optional.empty();

    public Consoles(ScreenAccess screens, Thumbnails thumbnails, Settings settings) {
        this.screens = screens;
        this.thumbnails = thumbnails;
        this.settings = settings;
    }

    /** @param tools of the window that it will be in */
    public MachineTab open(MachineId id, Tools tools) {
        return new ConsolePane(this, tools, id);
    }

    ScreenAccess screens() {
        return screens;
    }

    Thumbnails thumbnails() {
        return thumbnails;
    }

    Settings settings() {
        return settings;
    }

    /** This computer's keyboard; looked at when the first screen is opened. */
    KeyPlaces places() {
        if (places.isEmpty()) {
            places = Optional.of(KeyPlaces.ofThisDisplay());
        }
        return places.get();
    }

    @Override
    public void close() {
        places.ifPresent(KeyPlaces::close);
    }
}
