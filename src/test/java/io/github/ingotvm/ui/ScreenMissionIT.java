package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.DemoDisc;
import io.github.ingotvm.service.machines.SerialPort;
import io.github.ingotvm.testkit.PrivateLibvirt;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine installed and used by mouse and keyboard on its screen in the window, on real libvirt and QEMU: what arrives in the guest
 * is what the guest says on its serial port.
 */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class ScreenMissionIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void installsAndUsesAMachineOnItsScreen() {
        try (PrivateLibvirt libvirt = PrivateLibvirt.start(); // killed meanwhile, so not the one that others use
                Services services = open(libvirt);
                WindowRig rig = WindowRig.open(() -> open(libvirt), folder, 1160, 760)) {
            try {
                Session session = new Session(rig, services, libvirt);
                session.installs(DemoDisc.unpack(libvirt.shared()));
                session.typesWithKeyboardAndByPasting();
                session.staysWhenTheGuestRestarts();
                session.comesBackWhenTheMachineIsSwitchedOffAndOn();
                session.outlivesLibvirt();
                session.pausesAndGoesOn();
            } catch (RuntimeException | AssertionError e) {
                rig.pictureOfScreen(Path.of("target", "screen-mission-failed.png"));
                throw e;
            }
        }
    }

    private Services open(PrivateLibvirt libvirt) {
        return Services.on(libvirt.connect(), folder.resolve("locks"));
    }

    private record Session(WindowRig rig, Services services, PrivateLibvirt libvirt) {
        void installs(Path disc) {
            rig.shows("Cast your first machine").click("New…");
            rig.shows("Drop an ISO or a disk image here");
            copy(disc.toString());
            rig.press(KeyCode.CONTROL, KeyCode.V).shows("Ingot Demo");
            rig.type("Desktop").click("Create");

            rig.shows("Desktop is installed.").shows("Shut Down").until(this::hasKeyboard);
            rig.hides("Install the system. At the installer's last restart Ingot takes the disc out and takes the"
                    + " snapshot Just Installed.");
            assertThat(services.inventory().snapshots(id()))
                    .singleElement()
                    .satisfies(s -> assertThat(s.name()).isEqualTo("Just Installed"));
        }

        void typesWithKeyboardAndByPasting() {
            try (Said guest = listen()) {
                guest.says(s -> s.boots() >= 1);
                int before = guest.last().edits();
                rig.robot().clickOn(console());
                for (int i = 1; i <= 3; i++) {
                    int edits = before + i;
                    rig.press(KeyCode.E);
                    guest.says(s -> s.edits() == edits);
                }
                copy("eeeee"); // as many as an emulated keyboard remembers, should the guest look away
                rig.tool("Send keys").click("Type Text…").click("Type 5 Signs");
                guest.says(s -> s.edits() == before + 8);
                rig.until(this::hasKeyboard);
            }
        }

        void staysWhenTheGuestRestarts() {
            try (Said guest = listen()) {
                guest.says(s -> true);
                int boots = guest.last().boots();
                int edits = guest.last().edits();
                rig.press(KeyCode.R);
                guest.says(s -> s.boots() == boots + 1);
                rig.until(this::hasKeyboard);
                rig.press(KeyCode.E);
                guest.says(s -> s.edits() == edits + 1);
            }
        }

        void comesBackWhenTheMachineIsSwitchedOffAndOn() {
            rig.press(KeyCode.Q);
            rig.shows("Start").until(() -> state() == PowerState.OFF);

            rig.press(KeyCode.ENTER);

            rig.shows("Shut Down").until(this::hasKeyboard);
            try (Said guest = listen()) {
                guest.says(s -> true);
                int edits = guest.last().edits();
                rig.press(KeyCode.E);
                guest.says(s -> s.edits() == edits + 1);
            }
        }

        /** The screen goes on without libvirt, and a page that is opened meanwhile shows the machine when it is back. */
        void outlivesLibvirt() {
            libvirt.kill();
            rig.shows("The connection to the virtual machines is lost. They go on running; Ingot is trying to reconnect"
                    + " by itself.");
            assertThat(hasKeyboard()).isTrue();
            rig.press(KeyCode.ALT, KeyCode.LEFT).shows("Running");
            rig.doubleClick("Desktop");
            rig.shows("The connection is lost");

            libvirt.restart();

            rig.shows("The connection is back.").until(this::hasKeyboard);
            try (Said guest = listen()) {
                guest.says(s -> true);
                int edits = guest.last().edits();
                rig.press(KeyCode.E);
                guest.says(s -> s.edits() == edits + 1);
            }
        }

        void pausesAndGoesOn() {
            services.power().pause(id());
            rig.shows("Resume").until(() -> !hasKeyboard());

            rig.press(KeyCode.ENTER);

            rig.until(this::hasKeyboard).hides("Resume");
            assertThat(state()).isEqualTo(PowerState.RUNNING);
        }

        private void copy(String text) {
            rig.robot().interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        }

        private Node console() {
            return rig.robot().lookup("#console").query();
        }

        private boolean hasKeyboard() {
            return rig.robot()
                    .lookup("#console")
                    .tryQuery()
                    .filter(Node::isFocused)
                    .isPresent();
        }

        private MachineId id() {
            return services.inventory().resolve("Desktop").id();
        }

        private PowerState state() {
            return services.inventory().require(id()).state();
        }

        private Said listen() {
            return new Said(rig, services, id());
        }
    }

    /** What the guest says on its serial port. */
    private static final class Said implements AutoCloseable {
        private static final Pattern LINE = Pattern.compile("INGOT-DEMO boots=(\\d+) edits=(\\d+)[^\\n]*\\n");

        private final WindowRig rig;
        private final AtomicReference<String> text = new AtomicReference<>("");
        private final SerialPort port;

        Said(WindowRig rig, Services services, MachineId id) {
            this.rig = rig;
            this.port = services.power()
                    .serial(id, bytes -> text.updateAndGet(t -> t + new String(bytes, StandardCharsets.UTF_8)));
        }

        record Status(int boots, int edits) {}

        Status last() {
            return find().orElseThrow();
        }

        void says(java.util.function.Predicate<Status> so) {
            rig.until(() -> find().filter(so).isPresent());
        }

        private Optional<Status> find() {
            Optional<Status> last = Optional.empty();
            Matcher lines = LINE.matcher(text.get());
            while (lines.find()) {
                last = Optional.of(new Status(Integer.parseInt(lines.group(1)), Integer.parseInt(lines.group(2))));
            }
            return last;
        }

        @Override
        public void close() {
            port.close();
        }
    }
}
