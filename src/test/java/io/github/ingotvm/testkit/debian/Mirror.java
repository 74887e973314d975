package io.github.ingotvm.testkit.debian;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mirror of Debian for one machine: everything comes from the real one, but for what is laid over it. */
final class Mirror implements AutoCloseable {
    private static final String ROOT = "/debian/";
    private static final int THREADS = 4;
    /** Where QEMU's user network has the host. */
    private static final String HOST = "10.0.2.2";

    private final Archive archive;
    private final Map<String, Path> laidOver;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /** @param laidOver files by their path in the archive */
    Mirror(Archive archive, Map<String, Path> laidOver) throws IOException {
        this.archive = archive;
        this.laidOver = Map.copyOf(laidOver);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Its address as a guest sees it. */
    String address() {
        return "http://" + HOST + ":" + port() + "/debian";
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The paths that were asked for and found, in that order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!path.startsWith(ROOT)) {
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_NOT_FOUND, -1);
                return;
            }
            String within = path.substring(ROOT.length());
            Optional<Path> own = Optional.ofNullable(laidOver.get(within));
            if (own.isPresent()) {
                send(exchange, within, Files.newInputStream(own.get()), Files.size(own.get()));
            } else {
                pass(exchange, within);
            }
        } catch (IOException | UncheckedIOException e) {
            // The guest asks again, or was turned off.
        }
    }

    private void pass(HttpExchange exchange, String path) throws IOException {
        HttpURLConnection there = archive.ask("GET", path);
        try {
            int status = there.getResponseCode();
            if (status == HttpURLConnection.HTTP_OK) {
                send(exchange, path, there.getInputStream(), there.getContentLengthLong());
            } else {
                exchange.sendResponseHeaders(status, -1);
            }
        } finally {
            there.disconnect();
        }
    }

    private void send(HttpExchange exchange, String path, InputStream content, long length) throws IOException {
        asked.add(path);
        try (InputStream in = content) {
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, -1);
                return;
            }
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, length);
            try (OutputStream out = exchange.getResponseBody()) {
                in.transferTo(out);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
