package io.github.ingotvm.testkit.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the host that the guest is made with. */
public final class Programs {
    private Programs() {}

    public static boolean exists(String name) {
        return Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** What a program printed, which must succeed. */
    public static byte[] bytes(Path folder, List<String> command) throws IOException {
        Path errors = Files.createTempFile("ingot-program", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            process.getOutputStream().close();
            byte[] said = process.getInputStream().readAllBytes();
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(
                        String.join(" ", command) + " ended with " + code + ": " + Files.readString(errors));
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(errors);
        }
    }

    public static String text(Path folder, String... command) throws IOException {
        return new String(bytes(folder, List.of(command)), StandardCharsets.UTF_8);
    }

    /** The lines of what it printed. */
    public static List<String> lines(Path folder, List<String> command) throws IOException {
        return new String(bytes(folder, command), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
