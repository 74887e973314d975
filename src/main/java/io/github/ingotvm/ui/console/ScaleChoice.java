package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.RfbClient;
import io.github.ingotvm.console.SizeAnswer;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.ui.common.Notices;
import io.github.ingotvm.ui.common.Settings;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;

/** How large a machine's screen is shown, as the user chose it for that machine; remembered. */
final class ScaleChoice {
    private final ConsoleView console;
    private final Follower follower;
    private final Settings settings;
    private final String key;
    private Consumer<String> say = s -> {};

    ScaleChoice(ConsoleView console, Consumer<Consumer<RfbClient>> client, Settings settings, MachineId id) {
        this.console = console;
        this.settings = settings;
        this.key = "scale." + id;
        this.follower = new Follower(console.viewport(), client);
        console.setMode(settings.get(key).flatMap(ScaleMode::of).orElse(ScaleMode.FIT));
        console.onRoom(follower::room);
    }

    MenuButton button(Notices notices) {
        say = notices::info;
        return ScaleMenu.button(() -> console.viewport().mode(), follower::isPossible, this::choose);
    }

    private void choose(ScaleMode mode) {
        settings.put(key, mode.key());
        console.setMode(mode);
        follower.begin();
    }

    void connected() {
        follower.begin();
    }

    void answered(SizeAnswer answer) {
        if (follower.answered(answer) && console.viewport().mode() == ScaleMode.FOLLOW) {
            settings.put(key, ScaleMode.FIT.key());
            console.setMode(ScaleMode.FIT);
            say.accept("This guest does not change the size of its screen; the picture is fitted to the window.");
        }
    }

    void stop() {
        follower.stop();
    }
}
