package io.github.ingotvm.service.work;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Other programs of this computer. */
public interface Programs {
    /** Where a program is; empty when it is not installed. */
    Optional<Path> find(String name);

    /**
     * Starts a program that goes on by itself.
     *
     * @throws IOException when it cannot be started, or has failed within a moment
     */
    void start(List<String> command) throws IOException;

    /** Those on the PATH. */
    static Programs onPath() {
        return new Programs() {
            private static final long MOMENT_MILLIS = 700;

            @Override
            public Optional<Path> find(String name) {
                String path = System.getenv("PATH");
                return Stream.of(path == null ? new String[0] : path.split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable)
                        .findFirst();
            }

            @Override
            public void start(List<String> command) throws IOException {
                Process process = new ProcessBuilder(command)
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                try {
                    if (process.waitFor(MOMENT_MILLIS, TimeUnit.MILLISECONDS) && process.exitValue() != 0) {
                        throw new IOException("it ended with " + process.exitValue());
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
