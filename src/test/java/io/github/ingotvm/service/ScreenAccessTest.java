package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.screen.ScreenAccess;
import io.github.ingotvm.service.screen.ScreenElsewhereException;
import io.github.ingotvm.service.work.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Screens that Ingot shows, and those that another program must. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class ScreenAccessTest extends Workshop {
    private final Viewer viewer = new Viewer();

    /** Remote Viewer, as far as it is there. */
    private static final class Viewer implements Programs {
        private boolean installed = true;
        private boolean broken;
        private final List<List<String>> started = new ArrayList<>();

        @Override
        public Optional<Path> find(String name) {
            return installed && name.equals("virt-viewer")
                    ? Optional.of(Path.of("/usr/bin/virt-viewer"))
                    : Optional.empty();
        }

        @Override
        public void start(List<String> command) throws IOException {
            if (broken) {
                throw new IOException("it ended with 1");
            }
            started.add(command);
        }
    }

    private Services services;

    @BeforeEach
    void open() {
        services = Services.on(fake, folder, viewer);
    }

    /** What still notes who looks has ended then. */
    @AfterEach
    void close() {
        services.close();
    }

    private ScreenAccess screens() {
        return services.screens();
    }

    private VirtualMachine spiceMachine() {
        VirtualMachine vm = machine("vm");
        fake.machines().define(new Definition(vm.definition().document() + "screen=spice\n"));
        start(vm);
        return vm;
    }

    @Test
    void opensAScreenItself() throws IOException {
        VirtualMachine vm = machine("vm");
        start(vm);

        try (var channel = screens().open(vm.id()).channel()) {
            assertThat(channel.isOpen()).isTrue();
        }
    }

    @Test
    void saysWhichProgramShowsWhatItCannot() {
        VirtualMachine vm = spiceMachine();

        assertThatExceptionOfType(ScreenElsewhereException.class)
                .isThrownBy(() -> screens().open(vm.id()))
                .withMessage("The screen of vm speaks SPICE and not VNC; open it in Remote Viewer.")
                .matches(ScreenElsewhereException::hasViewer);

        viewer.installed = false;
        assertThatExceptionOfType(ScreenElsewhereException.class)
                .isThrownBy(() -> screens().open(vm.id()))
                .withMessageContaining("install virt-viewer")
                .matches(e -> !e.hasViewer());
    }

    @Test
    void opensItInThatProgram() {
        VirtualMachine vm = spiceMachine();

        screens().openInViewer(vm.id());

        assertThat(viewer.started)
                .containsExactly(List.of(
                        "/usr/bin/virt-viewer",
                        "--connect",
                        fake.uri(),
                        "--attach",
                        "--uuid",
                        "--",
                        vm.id().toString()));
    }

    @Test
    void saysWhatToDoWhereThatProgramIsMissingOrBroken() {
        VirtualMachine vm = spiceMachine();
        viewer.broken = true;
        refused(Kind.FAILED, "in a terminal", () -> screens().openInViewer(vm.id()));

        viewer.installed = false;
        refused(
                Kind.UNSUPPORTED,
                "install the package virt-viewer",
                () -> screens().openInViewer(vm.id()));
    }

    @Test
    void opensNothingOfAMachineThatIsOff() {
        VirtualMachine vm = machine("vm");

        refused(Kind.WRONG_STATE, "start it", () -> screens().open(vm.id()));
        refused(Kind.WRONG_STATE, "start it", () -> screens().openInViewer(vm.id()));
    }
}
