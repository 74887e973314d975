package io.github.ingotvm.testkit.debian;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A Debian archive on the web, reached as apt reaches it: by way of {@code http_proxy}, where there is one. */
final class Archive {
    private static final int PATIENCE_MS = 60_000;

    private final String address;
    private final Proxy proxy;

    private Archive(String address, Proxy proxy) {
        this.address = address;
        this.proxy = proxy;
    }

    /** @param address without a slash at its end, as {@code http://deb.debian.org/debian} */
    static Archive at(String address) {
        String given = Optional.ofNullable(System.getenv("http_proxy")).orElse("");
        if (given.isEmpty()) {
            return new Archive(address, Proxy.NO_PROXY);
        }
        URI uri = URI.create(given.contains("://") ? given : "http://" + given);
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        return new Archive(address, new Proxy(Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), port)));
    }

    /** Asks for a file; the caller reads the answer, whatever its status is, and disconnects. */
    HttpURLConnection ask(String method, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(address + "/" + path.replace("+", "%2B")).toURL().openConnection(proxy);
        connection.setRequestMethod(method);
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        return connection;
    }

    /** Whether the file that an index names can be had. */
    boolean has(String path) throws IOException {
        HttpURLConnection connection = ask("HEAD", path);
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }

    byte[] bytes(String path) throws IOException {
        HttpURLConnection connection = ask("GET", path);
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        } finally {
            connection.disconnect();
        }
    }

    /** Fetches a file into a folder, unless it is there. */
    Path fetch(String path, Path folder) throws IOException {
        Path file = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
        if (!Files.exists(file)) {
            Path part = folder.resolve(file.getFileName() + ".part");
            HttpURLConnection connection = ask("GET", path);
            try (InputStream in = connection.getInputStream()) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                connection.disconnect();
            }
            Files.move(part, file);
        }
        return file;
    }
}
