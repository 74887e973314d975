package io.github.ingotvm.osinfo;

import java.io.File;
import java.nio.charset.StandardCharsets;

/**
 * A number that differs when the database has changed. It must cost less than the index saves, so of a database that came as a whole
 * (it has a file {@code VERSION}) only that file and the times of its folders are looked at: a package or an import changes those, an
 * edit within a file of a distribution's package does not. Of all others every file is looked at.
 */
final class Stamp {
    private static final String VERSION = "VERSION";
    private static final int DEEPEST = 8;

    private long value = 0xcbf29ce484222325L;

    private Stamp() {}

    static long of(OsFolders folders) {
        Stamp stamp = new Stamp();
        stamp.mix(Overlay.VERSION);
        folders.folders().forEach(folder -> stamp.add(folder.toFile()));
        return stamp.value;
    }

    private void add(File folder) {
        mix(folder.getPath());
        File version = new File(folder, VERSION);
        boolean released = version.isFile();
        if (released) {
            mix(version);
        }
        walk(new File(folder, "os"), !released, 0);
    }

    private void walk(File folder, boolean files, int depth) {
        String[] names = folder.list();
        if (names == null || depth > DEEPEST) {
            return;
        }
        mix(folder);
        for (String name : names) {
            File entry = new File(folder, name);
            if (!name.endsWith(".xml")) {
                walk(entry, files, depth + 1);
            } else if (files) {
                mix(name);
                mix(entry);
            }
        }
    }

    private void mix(File file) {
        mix(file.lastModified());
        mix(file.isFile() ? file.length() : 0);
    }

    private void mix(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            mix(b);
        }
    }

    private void mix(long more) {
        value = (value ^ more) * 0x100000001b3L;
    }
}
