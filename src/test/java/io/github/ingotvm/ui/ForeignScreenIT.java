package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.service.work.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** A machine whose screen another program must show. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class ForeignScreenIT {
    @TempDir
    Path folder;

    private final List<List<String>> started = new CopyOnWriteArrayList<>();
    private Optional<WindowRig> rig = Optional.empty();

    @AfterEach
    void close() {
        rig.ifPresent(WindowRig::close);
    }

    @Test
    void opensInTheProgramThatShowsIt() {
        WindowRig window = open(true);

        window.shows("The screen of Spicy speaks SPICE and not VNC; open it in Remote Viewer.")
                .click("Open in Remote Viewer");

        window.until(() -> started.size() == 1);
        assertThat(started.get(0)).contains("--attach", "--uuid");
    }

    @Test
    void saysWhatToInstallWhereThatProgramIsMissing() {
        open(false)
                .shows("The screen of Spicy speaks SPICE and not VNC; install virt-viewer to open it in Remote Viewer.")
                .hides("Open in Remote Viewer");
    }

    private WindowRig open(boolean installed) {
        Foundry foundry = new Foundry(folder);
        foundry.services().power().start(foundry.foreign("Spicy").id());
        WindowRig window = WindowRig.open(() -> foundry.connect(viewer(installed)), folder, 1100, 700);
        rig = Optional.of(window);
        window.click("Spicy").press(KeyCode.ENTER);
        return window;
    }

    private Programs viewer(boolean installed) {
        return new Programs() {
            @Override
            public Optional<Path> find(String name) {
                return installed ? Optional.of(Path.of("/usr/bin/virt-viewer")) : Optional.empty();
            }

            @Override
            public void start(List<String> command) {
                started.add(command);
            }
        };
    }
}
