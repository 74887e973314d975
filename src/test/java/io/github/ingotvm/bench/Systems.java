package io.github.ingotvm.bench;

import io.github.ingotvm.service.install.DemoDisc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What it takes a new process to tell which system is on a disc: with the index that an earlier one left, and without. */
final class Systems {
    private Systems() {}

    static void measure(Path folder, int rounds, Report report) throws IOException, InterruptedException {
        report.title("Which system is on a disc, in a new process (the start of Java is not counted)");
        Path disc = DemoDisc.unpack(folder);
        Samples anew = new Samples();
        Samples kept = new Samples();
        for (int i = 0; i < rounds; i++) {
            Path cache = Files.createTempDirectory(folder, "osinfo");
            anew.add(recognise(disc, cache));
            kept.add(recognise(disc, cache));
        }
        report.quicker(4, "with the index, against the database read anew", kept, anew);
    }

    /** Nanoseconds. */
    private static long recognise(Path disc, Path cache) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Recognising.class.getName(),
                        disc.toString(),
                        cache.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("recognising ended with " + process.exitValue());
        }
        return Optional.of(said.split(" ", 2)[0])
                .map(Double::parseDouble)
                .map(ms -> (long) (ms * 1e6))
                .orElseThrow();
    }
}
