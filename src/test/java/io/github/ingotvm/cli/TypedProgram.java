package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.Main;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.linux.LinuxShell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/** The program in a pseudo-terminal, with a person at its keyboard. */
final class TypedProgram {
    private final Path folder;
    private final Process process;

    private TypedProgram(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** @param folder for what it says, and for its state */
    static TypedProgram start(PrivateLibvirt libvirt, Path folder, List<String> arguments) {
        try {
            Files.createDirectories(folder);
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Path script = Files.writeString(folder.resolve("run"), """
                    to='%s'
                    trap : INT
                    stty -g >"$to/before"
                    '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Djna.encoding=UTF-8 \\
                        -cp '%s' %s %s
                    echo $? >"$to/code"
                    stty -g >"$to/after"
                    """.formatted(
                            folder,
                            java,
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            arguments.stream().map(a -> "'" + a + "'").collect(Collectors.joining(" "))));
            ProcessBuilder builder = new ProcessBuilder(
                            // Ctrl+C must reach it, even where these tests themselves were started in the background,
                            // deaf to it.
                            "env", "--default-signal=INT", "script", "-qefc", "sh " + script, "/dev/null")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("screen").toFile());
            builder.environment().putAll(libvirt.environment());
            builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
            return new TypedProgram(folder, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TypedProgram type(String keys) {
        try {
            process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until these words are on the screen. */
    TypedProgram says(String words) {
        try {
            await(words).atMost(LinuxShell.PATIENCE).until(() -> screen().contains(words));
            return this;
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("the screen does not say " + words + ":\n" + screen(), e);
        }
    }

    /** Waits for its end, and looks whether the terminal is as it was. */
    void ends(int code) throws InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(screen()).isTrue();
        assertThat(folder.resolve("code")).content().as(screen()).isEqualTo(code + "\n");
        assertThat(folder.resolve("after"))
                .as("the terminal is as it was")
                .hasSameTextualContentAs(folder.resolve("before"));
    }

    /** All that was ever on the screen. */
    String screen() {
        try {
            return Files.readString(folder.resolve("screen"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
