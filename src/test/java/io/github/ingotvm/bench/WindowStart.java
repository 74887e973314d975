package io.github.ingotvm.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** From the command to a window that can be seen, on a display of its own. */
final class WindowStart {
    private static final int ROUNDS = 5;
    private static final int DISPLAY = 97;

    private WindowStart() {}

    static void measure(Path launcher, Map<String, String> environment, Report report) throws Exception {
        Process display = quiet(new ProcessBuilder("Xvfb", ":" + DISPLAY, "-screen", "0", "1440x900x24"));
        try {
            awaitDisplay(display);
            report.line("Ingot", times(List.of(launcher.toString()), "Ingot", environment));
            if (installed("gnome-boxes") && installed("dbus-run-session")) {
                report.line("GNOME Boxes", times(List.of("dbus-run-session", "gnome-boxes"), "Boxes", environment));
            }
        } finally {
            display.destroy();
        }
    }

    private static Samples times(List<String> command, String title, Map<String, String> environment) throws Exception {
        Samples times = new Samples();
        for (int round = 0; round <= ROUNDS; round++) {
            List<Process> started = new ArrayList<>();
            Samples here = round == 0 ? new Samples() : times; // the first fills the caches
            try {
                here.time(() -> {
                    ProcessBuilder builder = new ProcessBuilder(command);
                    builder.environment().putAll(environment);
                    started.add(quiet(onDisplay(builder)));
                    awaitWindow(title);
                });
            } finally {
                for (Process process : started) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor();
                }
            }
        }
        return times;
    }

    private static void awaitWindow(String title) throws Exception {
        Process search = quiet(onDisplay(
                new ProcessBuilder("xdotool", "search", "--sync", "--onlyvisible", "--limit", "1", "--name", title)));
        if (!search.waitFor(60, TimeUnit.SECONDS)) {
            search.destroyForcibly();
            throw new IOException("no window called " + title + " came up");
        }
    }

    private static void awaitDisplay(Process display) throws Exception {
        Path socket = Path.of("/tmp/.X11-unix/X" + DISPLAY);
        while (!Files.exists(socket)) {
            if (display.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IOException("Xvfb did not start; is display :" + DISPLAY + " in use?");
            }
        }
    }

    private static ProcessBuilder onDisplay(ProcessBuilder builder) {
        builder.environment().put("DISPLAY", ":" + DISPLAY);
        builder.environment().remove("WAYLAND_DISPLAY");
        return builder;
    }

    private static Process quiet(ProcessBuilder builder) throws IOException {
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean installed(String command) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, command))) {
                return true;
            }
        }
        return false;
    }
}
