package io.github.ingotvm.osinfo;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of the database that count. {@code os/debian.org/debian-12.xml} in a later folder replaces the file of that name in an
 * earlier one; files in {@code os/debian.org/debian-12.d} are added to it.
 */
final class OsFiles {
    private static final String SYSTEMS = "os";

    private final Map<String, Path> masters = new TreeMap<>();
    private final Map<String, List<Path>> additions = new TreeMap<>();

    private OsFiles() {}

    /** In the order in which they are to be read. */
    static List<Path> in(OsFolders folders) {
        OsFiles files = new OsFiles();
        folders.folders().forEach(folder -> files.gather(folder.resolve(SYSTEMS).toFile(), ""));
        List<Path> all = new ArrayList<>(files.masters.values());
        files.additions.values().forEach(all::addAll);
        return all;
    }

    /** What cannot be read adds nothing. */
    private void gather(File folder, String path) {
        File[] entries = folder.listFiles();
        if (entries == null) {
            return;
        }
        Arrays.sort(entries);
        for (File each : entries) {
            String name = path + "/" + each.getName();
            if (each.isDirectory()) {
                gather(each, name);
            } else if (name.endsWith(".xml")) {
                take(path, name, each.toPath());
            }
        }
    }

    private void take(String folder, String name, Path file) {
        if (folder.endsWith(".d")) {
            String key = folder.substring(0, folder.length() - 2);
            additions.computeIfAbsent(key, k -> new ArrayList<>()).add(file);
            return;
        }
        String key = name.substring(0, name.length() - ".xml".length());
        if (masters.put(key, file) != null) {
            additions.remove(key);
        }
    }
}
