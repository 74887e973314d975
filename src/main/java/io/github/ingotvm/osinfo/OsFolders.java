package io.github.ingotvm.osinfo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of the database, as libosinfo looks for them. What a later one says goes before what an earlier one says.
 *
 * @param folders of the distribution, of this computer's administrator, of this user; not all need to be there
 */
public record OsFolders(List<Path> folders) {
    /** None: what Ingot itself knows, alone. */
    public static final OsFolders NONE = new OsFolders(List.of());

    public OsFolders {
        folders = List.copyOf(folders);
    }

    /** {@code OSINFO_SYSTEM_DIR}, {@code OSINFO_LOCAL_DIR} and {@code OSINFO_USER_DIR}, else the usual ones. */
    public static OsFolders of(Map<String, String> environment) {
        return new OsFolders(List.of(
                path(environment, "OSINFO_SYSTEM_DIR").orElseGet(() -> Path.of("/usr/share/osinfo")),
                path(environment, "OSINFO_LOCAL_DIR").orElseGet(() -> Path.of("/etc/osinfo")),
                path(environment, "OSINFO_USER_DIR").orElseGet(() -> configuration(environment))));
    }

    private static Path configuration(Map<String, String> environment) {
        return path(environment, "XDG_CONFIG_HOME")
                .orElseGet(() -> home(environment).resolve(".config"))
                .resolve("osinfo");
    }

    /** Where the index is kept between starts: {@code $XDG_CACHE_HOME/ingot/osinfo.index}. */
    public static Path index(Map<String, String> environment) {
        return path(environment, "XDG_CACHE_HOME")
                .orElseGet(() -> home(environment).resolve(".cache"))
                .resolve("ingot")
                .resolve("osinfo.index");
    }

    private static Path home(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    }

    /** Relative paths are to be ignored. */
    private static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(p -> p.startsWith("/"))
                .map(Path::of);
    }
}
