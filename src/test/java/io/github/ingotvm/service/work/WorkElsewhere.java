package io.github.ingotvm.service.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process beside this one in which work is under way until it is ended. */
public final class WorkElsewhere implements AutoCloseable {
    private final Process process;

    private WorkElsewhere(Process process) {
        this.process = process;
    }

    /** Returns once it is under way. */
    public static WorkElsewhere begin(Path lockFolder) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WorkElsewhere.class.getName(),
                lockFolder.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        if (!"begun".equals(said.readLine())) {
            throw new IllegalStateException("it did not begin");
        }
        return new WorkElsewhere(process);
    }

    /** As a crash does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] arguments) {
        new OperationLock(Path.of(arguments[0])).shared(() -> {
            System.out.println("begun");
            try {
                return System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
