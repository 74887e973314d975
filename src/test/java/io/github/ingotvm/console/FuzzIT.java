package io.github.ingotvm.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of the fuzzer, from what longer ones have found. {@code packaging/fuzz} makes it long. */
class FuzzIT {
    private static final int SECONDS = 5;

    @TempDir
    Path folder;

    @Test
    void findsNoServerThatBreaksTheClient() throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        List<byte[]> known = FuzzCorpusTest.inputs();
        for (int i = 0; i < known.size(); i++) {
            Files.write(corpus.resolve("known" + i), known.get(i));
        }
        // By a shell that starts it as a child: what a process is started with counts the most memory that its starter
        // ever had as its own,
        // and the fuzzer has a limit on that.
        Process fuzzer = new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        "\"$@\"; exit $?",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FuzzTarget.class.getName(),
                        "--instrumentation_includes=io.github.ingotvm.console.**",
                        "--disabled_hooks=.*",
                        "-max_total_time=" + SECONDS,
                        "-timeout=10",
                        "-artifact_prefix=" + folder + "/",
                        "-print_final_stats=1",
                        corpus.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(fuzzer.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(fuzzer.exitValue()).as(Files.readString(log)).isZero();
            assertThat(Files.readString(log)).contains("stat::number_of_executed_units");
        } finally {
            fuzzer.destroyForcibly();
        }
    }
}
