package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.linux.LinuxMachine;
import io.github.ingotvm.testkit.linux.LinuxShell;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A Linux guest with an X server and its distribution's SPICE agent, on real libvirt and QEMU, seen through the window. What its programs
 * find is what they say on the serial port.
 */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class DesktopGuestIT {
    private static final String LONG = "Größe, €, 漢字, 🙂. ".repeat(400);
    private static final String COPY = "DISPLAY=:0 xclip -selection clipboard -i >/dev/null 2>&1";
    private static final String PASTE = "DISPLAY=:0 xclip -selection clipboard -o";

    /** What its driver makes of the mouse: packets of buttons, steps to the right and steps upwards. */
    private static final String MOVED = "od -An -v -w3 -td1 /run/mouse | awk '{x += $2; y += $3} END {print x, y}'";

    @TempDir
    static Path folder = Path.of("");

    /** What is to be closed, the last first. */
    private static final Deque<Runnable> OPEN = new ArrayDeque<>();

    private static PrivateLibvirt libvirt;
    private static Services services;
    private static LinuxShell guest;
    private static WindowRig rig;

    @BeforeAll
    static void open() {
        libvirt = PrivateLibvirt.start();
        OPEN.push(libvirt::close);
        services = connect();
        OPEN.push(services::close);
        VirtualMachine machine = LinuxMachine.desktop(services, libvirt, "Desktop");
        takeTablet(machine);
        guest = LinuxShell.boot(services, machine.id());
        OPEN.push(guest::close);
        guest.run("export PATH=/bin:/sbin:/usr/bin; /sbin/desktop");
        rig = WindowRig.open(DesktopGuestIT::connect, folder, 1160, 760);
        OPEN.push(rig::close);
        rig.click("Desktop").press(KeyCode.ENTER);
        rig.until(DesktopGuestIT::hasKeyboard);
    }

    /** It has a mouse alone, as machines of other tools may. */
    private static void takeTablet(VirtualMachine machine) {
        String without = machine.definition().document().replaceFirst("(?s)<input type='tablet'.*?</input>", "");
        try (Hypervisor hypervisor = libvirt.connect()) {
            hypervisor.machines().define(new Definition(without));
        }
    }

    private static Services connect() {
        return Services.on(libvirt.connect(), libvirt.shared().resolve("locks"));
    }

    @AfterAll
    static void close() {
        while (!OPEN.isEmpty()) {
            OPEN.pop().run();
        }
    }

    @Test
    void sharesTheClipboardWithTheGuestsPrograms() {
        await("what is copied once the agent is there")
                .atMost(LinuxShell.PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    guest.run("printf 'Grüße aus dem Gast, 漢字' | " + COPY);
                    return copiedHere().equals(Optional.of("Grüße aus dem Gast, 漢字"));
                });

        copyHere("kurz und gut, €");
        guest.awaitOutput(PASTE, "kurz und gut, €");

        copyHere(LONG);
        guest.awaitOutput(PASTE + " | wc -c", Integer.toString(LONG.getBytes(StandardCharsets.UTF_8).length));
        guest.run(PASTE + " | sed s/Größe/Länge/g | " + COPY);
        rig.until(() -> copiedHere().equals(Optional.of(LONG.replace("Größe", "Länge"))));
    }

    @Test
    void theGuestFollowsTheWindow() {
        guest.run("DISPLAY=:0 xsetroot -solid '#336699'");
        rig.tool("Scale").choose("Guest Follows the Window");
        assertFollows();

        rig.robot().interact(() -> {
            rig.stage().setWidth(903);
            rig.stage().setHeight(701);
        });
        rig.until(() -> rig.scene().getWidth() == 903);
        assertFollows();
    }

    @Test
    void itsMouseGoesAsFarAsTheHand() {
        takeKeyboardBack();
        guest.run("cat /dev/input/mice >/run/mouse &");
        giveKeyboard();
        rig.until(() -> console().getCursor() == Cursor.NONE);
        for (int i = 0; i < 30; i++) {
            rig.push(50, 0).push(0, 20);
        }
        guest.awaitOutput(MOVED, "1500 -600");

        takeKeyboardBack();
        assertThat(console().getCursor()).isEqualTo(Cursor.DEFAULT);
        rig.push(70, 0);
        giveKeyboard();
        assertThat(guest.run(MOVED + "; killall cat")).isEqualTo("1500 -600");
    }

    /** The guest's screen is the room there is, pixel by pixel, to its last corner. */
    private static void assertFollows() {
        rig.until(() -> console().getLayoutBounds().getWidth() > 0);
        guest.awaitOutput("DISPLAY=:0 xrandr | sed -n 's/.*current \\(.*\\), max.*/\\1/p'", room().replace("x", " x "));
        rig.until(() -> {
            Bounds image = console().lookup(".image-view").getBoundsInParent();
            return room().equals((int) image.getWidth() + "x" + (int) image.getHeight());
        });
        Bounds bounds = console().localToScene(console().getBoundsInLocal());
        rig.until(() -> rig.pixel(bounds.getMaxX() - 1, bounds.getMaxY() - 1) == 0xFF336699);
        assertThat(rig.pixel(bounds.getMinX(), bounds.getMinY())).isEqualTo(0xFF336699);
    }

    private static String room() {
        Bounds bounds = console().getBoundsInLocal();
        return (int) bounds.getWidth() + "x" + (int) bounds.getHeight();
    }

    private static Node console() {
        return rig.robot().lookup("#console").query();
    }

    private static boolean hasKeyboard() {
        return rig.robot().lookup("#console").tryQuery().filter(Node::isFocused).isPresent();
    }

    /** As another program here does, which has the keyboard meanwhile. */
    private static void copyHere(String text) {
        takeKeyboardBack();
        rig.robot().interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        giveKeyboard();
    }

    private static void takeKeyboardBack() {
        rig.press(KeyCode.CONTROL, KeyCode.ALT).until(() -> !hasKeyboard());
    }

    private static void giveKeyboard() {
        Pointer.click(console());
        rig.until(DesktopGuestIT::hasKeyboard);
    }

    private static Optional<String> copiedHere() {
        return WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Optional.ofNullable(Clipboard.getSystemClipboard().getString()));
    }
}
