package io.github.ingotvm;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.LoggerFactory;

/**
 * The user's settings, {@code $XDG_CONFIG_HOME/ingot/settings.properties}: {@code accel} ({@code kvm} or {@code tcg}),
 * {@code pool-dir}, {@code network} (a bridge, or {@code user}) and {@code downloads-dir}. Each has an environment variable, and that goes first.
 */
final class SettingsFile {
    private static final Map<String, String> VARIABLES = Map.of(
            "accel",
            "INGOT_ACCEL",
            "pool-dir",
            "INGOT_POOL_DIR",
            "network",
            "INGOT_NETWORK",
            "downloads-dir",
            "INGOT_DOWNLOADS_DIR");

    private SettingsFile() {}

    /** The environment, with the settings of the file where it says nothing. */
    static Map<String, String> under(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        Properties settings = read(path(environment));
        VARIABLES.forEach((key, variable) -> {
            String value = settings.getProperty(key, "").strip();
            if (!value.isEmpty()) {
                all.putIfAbsent(variable, value);
            }
        });
        return Map.copyOf(all);
    }

    private static Path path(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .filter(p -> p.startsWith("/"))
                .map(Path::of)
                .orElseGet(() -> Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".config"))
                .resolve("ingot")
                .resolve("settings.properties");
    }

    private static Properties read(Path file) {
        Properties settings = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LoggerFactory.getLogger(SettingsFile.class).warn("{} cannot be read; going on without it", file, e);
            }
        }
        return settings;
    }
}
