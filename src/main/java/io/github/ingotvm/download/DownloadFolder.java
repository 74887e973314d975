package io.github.ingotvm.download;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where downloads are kept. */
final class DownloadFolder {
    private DownloadFolder() {}

    static Path of(Map<String, String> environment) {
        return path(environment, "INGOT_DOWNLOADS_DIR")
                .orElseGet(() -> path(environment, "XDG_CACHE_HOME")
                        .orElseGet(() ->
                                Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache"))
                        .resolve("ingot")
                        .resolve("downloads"));
    }

    /** Relative paths are to be ignored. */
    private static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(p -> p.startsWith("/"))
                .map(Path::of);
    }
}
