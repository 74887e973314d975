package io.github.ingotvm.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server that says just what a test tells it to, be it against every rule. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** @param headers by names in small letters */
    public record Request(String method, String path, Map<String, String> headers) {
        /** Where the wanted part begins; 0 for the whole. */
        public int from() {
            return Optional.ofNullable(headers.get("range"))
                    .map(r -> Integer.parseInt(r.replaceAll("\\D", "")))
                    .orElse(0);
        }
    }

    /** Answers a request; the connection is closed after it. */
    public interface Page {
        void answer(Request request, Reply reply) throws IOException;
    }

    /** What goes to the client. */
    public record Reply(OutputStream out) {
        public Reply head(String status, String... headers) throws IOException {
            out.write(("HTTP/1.1 " + status + "\r\nConnection: close\r\n").getBytes(StandardCharsets.US_ASCII));
            for (String header : headers) {
                out.write((header + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        public void body(byte[] bytes, int from, int to) throws IOException {
            out.write(bytes, from, to - from);
            out.flush();
        }

        public void text(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            head("200 OK", "Content-Type: text/plain", "Content-Length: " + bytes.length);
            body(bytes, 0, bytes.length);
        }
    }

    public RawServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    public RawServer page(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    /** The requests for a path, in their order. */
    public List<Request> requests(String path) {
        return requests.stream().filter(r -> r.path().equals(path)).toList();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> serve(client), "raw-server-client");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            String first = in.readLine();
            if (first == null) {
                return;
            }
            Map<String, String> headers = new TreeMap<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            String[] words = first.split(" ");
            Request request = new Request(words[0], words[1], headers);
            requests.add(request);
            Page missing = (r, reply) -> reply.head("404 Not Found", "Content-Length: 0");
            pages.getOrDefault(request.path(), missing).answer(request, new Reply(client.getOutputStream()));
        } catch (IOException e) {
            // The client wanted no more of it: so it is meant to be.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
