package io.github.ingotvm.ui.common;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the desktop around us prefers. Asks other programs, so never on the window's thread. */
final class Desktop {
    private static final long PATIENCE_MILLIS = 1500;

    private Desktop() {}

    /** Whether the desktop is dark; light where nothing can be learnt. */
    static boolean isDark() {
        String theme = System.getenv("GTK_THEME");
        if (theme != null && !theme.isBlank()) {
            return theme.toLowerCase(Locale.ROOT).contains("dark");
        }
        return gsetting("color-scheme")
                .map(s -> s.contains("prefer-dark"))
                .or(() -> kdeScheme().map(s -> s.toLowerCase(Locale.ROOT).contains("dark")))
                .orElse(false);
    }

    /** The family of the desktop's own font. */
    static Optional<String> font() {
        return gsetting("font-name")
                .map(f -> f.replace("'", "").replaceFirst("[ ,]+[\\d.]+$", "").strip())
                .filter(f -> !f.isEmpty());
    }

    private static Optional<String> gsetting(String key) {
        try {
            Process process = new ProcessBuilder("gsettings", "get", "org.gnome.desktop.interface", key)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.exitValue() == 0 && !said.isEmpty() ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> kdeScheme() {
        Path file = Path.of(System.getProperty("user.home"), ".config", "kdeglobals");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(l -> l.startsWith("ColorScheme=")).findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
