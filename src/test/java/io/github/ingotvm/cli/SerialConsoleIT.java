package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.Main;
import io.github.ingotvm.testkit.linux.LinuxShell;
import io.github.ingotvm.testkit.linux.SharedLinux;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ingot console} on a terminal, with a Linux guest's shell at the other end. */
class SerialConsoleIT {
    private static final String WAY_OUT = "\u001d";
    private static final String CTRL_C = "\u0003";

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyKeyReachesTheGuestUntilTheWayOutIsTaken() throws IOException, InterruptedException {
        SharedLinux linux = SharedLinux.get();
        Process console = console(linux);
        says("Connected to " + linux.name() + ". Ctrl+] leaves it.");
        types(console, "\rstty echo; echo $((6 * 7)) Größe\r");
        says("42 Größe");
        types(console, "echo sleeps $((6 * 8)); sleep 1000\r");
        says("sleeps 48"); // before, the shell still edits the line and takes Ctrl+C for itself
        types(console, CTRL_C + "echo back $((1 + 1))\r");
        says("back 2");
        types(console, WAY_OUT);

        assertThat(console.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(folder.resolve("code")).content().isEqualTo("0\n");
        assertThat(folder.resolve("after"))
                .as("the terminal is as it was")
                .hasSameTextualContentAs(folder.resolve("before"));
    }

    /** The program in a pseudo-terminal. */
    private Process console(SharedLinux linux) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path script = Files.writeString(folder.resolve("run"), """
                to='%s'
                stty -g >"$to/before"
                '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Djna.encoding=UTF-8 \\
                    -cp '%s' %s console %s
                echo $? >"$to/code"
                stty -g >"$to/after"
                """.formatted(
                        folder, java, System.getProperty("java.class.path"), Main.class.getName(), linux.name()));
        ProcessBuilder builder = new ProcessBuilder("script", "-qefc", "sh " + script, "/dev/null")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("screen").toFile());
        builder.environment().putAll(linux.libvirt().environment());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        return builder.start();
    }

    private static void types(Process console, String keys) throws IOException {
        console.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        console.getOutputStream().flush();
    }

    private void says(String words) {
        try {
            await(words).atMost(LinuxShell.PATIENCE).until(() -> screen().contains(words));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("the screen does not say " + words + ":\n" + screen(), e);
        }
    }

    private String screen() {
        try {
            return new String(Files.readAllBytes(folder.resolve("screen")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
