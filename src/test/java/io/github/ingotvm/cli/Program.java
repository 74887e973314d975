package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.Main;
import io.github.ingotvm.testkit.PrivateLibvirt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The program in a process of its own, as people run it, on a libvirt of the tests' own. */
public final class Program {
    private final Path folder;
    private final Map<String, @Nullable String> environment = new HashMap<>();

    /** @param folder for what it says, and for its state */
    public Program(PrivateLibvirt libvirt, Path folder) {
        this.folder = folder;
        environment.putAll(libvirt.environment());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    }

    public Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Program without(String variable) {
        environment.put(variable, null);
        return this;
    }

    /** How it ended, with what it said. */
    public record Result(int code, String out, String err) {
        public Result succeeds() {
            assertThat(code).as(out + err).isZero();
            return this;
        }

        @Nullable
        Object json() {
            return JsonTree.read(succeeds().out);
        }
    }

    /** One that runs. */
    public record Running(Process process, Path out, Path err) {
        /** Presses Ctrl+C, and waits for the end. */
        public Result interrupt() {
            try {
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .onExit()
                        .join();
                return end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** {@code kill -9}. */
        public void kill() {
            process.destroyForcibly().onExit().join();
        }

        public Result end() {
            try {
                return new Result(process.onExit().join().exitValue(), Files.readString(out), Files.readString(err));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public Result run(String... args) {
        return start(args).end();
    }

    public Running start(String... args) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Ctrl+C must reach it, even where these tests themselves were started in the background, deaf to it.
        Stream<String> program = Stream.of(
                "env",
                "--default-signal=INT",
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Djna.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        List<String> command = Stream.concat(program, Stream.of(args)).toList();
        ProcessBuilder builder = new ProcessBuilder(command);
        environment.forEach((name, value) -> {
            if (value == null) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        try {
            Path out = Files.createTempFile(folder, "out", "");
            Path err = Files.createTempFile(folder, "err", "");
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Running(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
