package io.github.ingotvm.download;

import java.net.URI;

/** What a file from elsewhere is called here. */
final class FileNames {
    private static final int MOST = 120;

    private FileNames() {}

    /** The last part of the address, without any sign that could lead out of a folder, hide the file, or upset a terminal. */
    static String of(URI uri) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        String last = path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("[^A-Za-z0-9._+~-]", "_")
                .replaceFirst("^[.~-]+", "");
        String name = last.isEmpty() ? "download" : last;
        // The end says what kind of file it is.
        return name.length() <= MOST
                ? name
                : name.substring(name.length() - MOST).replaceFirst("^[.~-]+", "");
    }
}
