package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.Main;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.PrivateLibvirtExtension;
import io.github.ingotvm.testkit.linux.LinuxMachine;
import io.github.ingotvm.testkit.linux.LinuxShell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ingot console} on a terminal, with a Linux guest's shell at the other end. */
@ExtendWith(PrivateLibvirtExtension.class)
class SerialConsoleIT {
    private static final String WAY_OUT = "\u001d";
    private static final String CTRL_C = "\u0003";

    private final PrivateLibvirt libvirt;

    @TempDir
    Path folder = Path.of("");

    SerialConsoleIT(PrivateLibvirt libvirt) {
        this.libvirt = libvirt;
    }

    @Test
    void everyKeyReachesTheGuestUntilTheWayOutIsTaken() throws IOException, InterruptedException {
        try (Services services = Services.on(libvirt.connect(), folder.resolve("locks"))) {
            VirtualMachine machine = LinuxMachine.make(services, libvirt, "serial");
            LinuxShell.boot(services, machine.id()).close();

            Process console = console();
            says("Connected to serial. Ctrl+] leaves it.");
            types(console, "\recho $((6 * 7)) Größe\r");
            says("42 Größe");
            types(console, "sleep 1000\r");
            types(console, CTRL_C + "echo back $((1 + 1))\r");
            says("back 2");
            types(console, WAY_OUT);

            assertThat(console.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(folder.resolve("code")).content().isEqualTo("0\n");
            assertThat(folder.resolve("after"))
                    .as("the terminal is as it was")
                    .hasSameTextualContentAs(folder.resolve("before"));
            services.power().forceOff(machine.id());
            services.lifecycle().delete(machine.id()).commit();
        }
    }

    /** The program in a pseudo-terminal. */
    private Process console() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path script = Files.writeString(folder.resolve("run"), """
                to='%s'
                stty -g >"$to/before"
                '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Djna.encoding=UTF-8 \\
                    -cp '%s' %s console serial
                echo $? >"$to/code"
                stty -g >"$to/after"
                """.formatted(
                        folder, java, System.getProperty("java.class.path"), Main.class.getName()));
        ProcessBuilder builder = new ProcessBuilder("script", "-qefc", "sh " + script, "/dev/null")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("screen").toFile());
        builder.environment().putAll(libvirt.environment());
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
