package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.github.ingotvm.testkit.linux.LinuxShell;
import io.github.ingotvm.testkit.linux.SharedLinux;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text typed on keyboards of several countries into the window of a Linux guest with the same keyboard: what its console receives. The
 * keys are pressed by another program, on the X server.
 */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class TypedTextIT {
    private static final String ASCII =
            "The quick brown fox jumps over 1234567890 lazy DOGS `~!@#$%^&*()-_=+[]{}\\|;:'\",.<>/?";

    /**
     * A keyboard.
     *
     * @param here what the X server calls it
     * @param there what the guest does
     * @param text of signs that it types without dead keys, some with AltGr
     */
    private record Keyboard(String here, String there, String text) {}

    /**
     * Milliseconds, half of which pass from key to key, as measured: a quick typist's pace. QEMU's PS/2 keyboard remembers 16 bytes, some five
     * keys; faster than any hand, an emulated guest on a busy computer loses keys that no screen could save.
     */
    private static final String QUICK_HAND = "160";

    private static final List<Keyboard> KEYBOARDS = List.of(
            new Keyboard("us", "us", ASCII),
            new Keyboard(
                    "de",
                    "de-latin1",
                    "Zwölf Boxkämpfer jagen Viktor Straßen ÄÖÜ yYzZ !\"§$%&/()=? <> +*#' -_.:,; 0 {[]}\\@|~"),
            new Keyboard("fr", "fr-latin1", "Voix ambigue aqwzm AQWZM &é\"'(-è_çà)= 1234567890 *ù!:;, %?./§ #{[|\\@]}"),
            new Keyboard("gb", "uk", "Pounds £ \"quoted\" #1 ~tilde 'single'"),
            new Keyboard("es", "es", "El año ÑÇñç ! ? -_ .:,;"));

    @TempDir
    static Path folder = Path.of("");

    private static SharedLinux linux;
    private static LinuxShell guest;
    private static WindowRig rig;

    @BeforeAll
    static void open() {
        linux = SharedLinux.get();
        guest = LinuxShell.attach(linux.services(), linux.id());
        rig = WindowRig.open(linux::connect, folder, 1100, 700);
        rig.click(linux.name()).press(KeyCode.ENTER);
        rig.hasKeyboard("#console");
    }

    @AfterAll
    static void close() {
        host("setxkbmap", "us");
        guest.run("pkill -f 'cat /dev/tty' || true; loadkmap </lib/keymaps/us; chvt 1");
        guest.close();
        rig.close();
    }

    @Test
    void arrivesAsItWasTyped() {
        for (Keyboard keyboard : KEYBOARDS) {
            host("setxkbmap", keyboard.here());
            guest.run("loadkmap </lib/keymaps/" + keyboard.there());
            guest.run("rm -f /run/typed; openvt -c 3 -s -- sh -c 'stty iutf8; exec cat >/run/typed'");

            host("xdotool", "type", "--delay", QUICK_HAND, keyboard.text());
            host("xdotool", "key", "Return");

            guest.awaitOutput("wc -l </run/typed", "1");
            assertThat(guest.run("cat /run/typed")).as(keyboard.here()).isEqualTo(keyboard.text());
            host("xdotool", "key", "ctrl+d");
            guest.awaitOutput("pidof cat", "");
        }
    }

    /** Runs a program on the display of this process, which may be one that Java does not know of. */
    private static void host(String... command) {
        List<String> there = Stream.concat(
                        Stream.of(
                                "env",
                                "DISPLAY=" + Native.load("c", Environment.class).getenv("DISPLAY")),
                        Stream.of(command))
                .toList();
        try {
            Process process =
                    new ProcessBuilder(there).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The environment as native libraries see it. */
    private interface Environment extends Library {
        String getenv(String name);
    }
}
