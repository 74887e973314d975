package io.github.ingotvm.guestfs;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a program that may take its time: ended when the user cancels, or when its time is over, with all that it started. */
final class ToolRun {
    private static final Logger LOG = LoggerFactory.getLogger(ToolRun.class);
    private static final long STEP_MILLIS = 100;
    private static final long GRACE_SECONDS = 5;
    private static final long LARGEST = 512L << 20;

    private final Map<String, String> environment;
    private final Duration limit;

    /** @param environment what is added to that of this process */
    ToolRun(Map<String, String> environment, Duration limit) {
        this.environment = environment;
        this.limit = limit;
    }

    /** Takes what a program wrote. */
    interface Reading<T> {
        T from(Reader output) throws IOException;
    }

    /**
     * What is made of what the program writes, once it has ended well.
     *
     * @throws IngotException {@code CANCELLED}; {@code FAILED} when it fails, takes too long or says too much
     */
    <T> T output(List<String> command, Progress progress, Reading<T> reading) {
        String name = String.valueOf(Path.of(command.get(0)).getFileName());
        try {
            Path folder = Files.createTempDirectory("ingot-guestfs");
            try {
                run(name, command, folder, progress);
                // Not Files.newBufferedReader: a guest may name a file by bytes that are no text.
                try (Reader output = new BufferedReader(
                        new InputStreamReader(Files.newInputStream(folder.resolve("out")), StandardCharsets.UTF_8))) {
                    return reading.from(output);
                }
            } finally {
                Files.deleteIfExists(folder.resolve("out"));
                Files.deleteIfExists(folder.resolve("err"));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new IngotException(Kind.FAILED, name + " cannot be run; check its installation.", e);
        }
    }

    private void run(String name, List<String> command, Path folder, Progress progress) throws IOException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            await(name, process, out, progress);
        } finally {
            end(process);
        }
        if (process.exitValue() != 0) {
            String said = new String(Files.readAllBytes(err), StandardCharsets.UTF_8).strip();
            LOG.info("{} ended with {}: {}", name, process.exitValue(), said);
            throw new IngotException(
                    Kind.FAILED,
                    name + " could not look into the disk: " + lastLine(said)
                            + "; `libguestfs-test-tool` shows whether libguestfs works here.");
        }
    }

    private void await(String name, Process process, Path out, Progress progress) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.check();
                if (System.nanoTime() > end) {
                    throw new IngotException(
                            Kind.FAILED, name + " took longer than " + limit.toMinutes() + " min and was ended.");
                }
                if (Files.size(out) > LARGEST) {
                    throw new IngotException(Kind.FAILED, name + " says more than can be shown; it was ended.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IngotException(Kind.CANCELLED, "Cancelled.");
        }
    }

    /** With its children: the small machine in which it looks at the disk. */
    private static void end(Process process) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    private static String lastLine(String said) {
        String line = said.isEmpty() ? "it says nothing" : said.substring(said.lastIndexOf('\n') + 1);
        return line.replaceFirst("^[\\w-]+: ", "").replaceFirst("\\.$", "");
    }
}
