package io.github.ingotvm.download;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;

/** Asks servers. Follows redirects itself, as {@link Addresses} allows. */
final class Wire {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final int MOST_REDIRECTS = 10;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Proxies proxies;
    private final HttpClient client;
    private final Duration silence;

    Wire(Proxies proxies, Duration silence) {
        this.proxies = proxies;
        this.client = proxies.apply(HttpClient.newBuilder())
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
        this.silence = silence;
    }

    /** A host by its name, and the proxy that is asked in its place. */
    String who(URI uri) {
        return uri.getHost() + proxies.words(uri);
    }

    /**
     * The answer of who is at the end of all redirects.
     *
     * @throws IOException when there was none
     * @throws IngotException {@code DENIED} for a redirect that is refused, {@code CANCELLED}
     */
    Answer ask(String method, URI uri, Map<String, String> headers, Progress progress) throws IOException {
        URI at = uri;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            Answer answer = once(method, at, headers, progress);
            if (!REDIRECTS.contains(answer.status())) {
                return answer;
            }
            answer.close();
            String location = answer.headers().firstValue("Location").orElse("");
            at = Addresses.redirected(at, location);
        }
        throw new IngotException(
                Kind.FAILED, uri.getHost() + " sends us round in circles; try again later, or another address.");
    }

    private Answer once(String method, URI uri, Map<String, String> headers, Progress progress) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "Ingot");
        headers.forEach(request::header);
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = Waiting.value(
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofPublisher()), silence, progress);
        Inflow body = new Inflow();
        response.body().subscribe(body);
        return new Answer(uri, response.statusCode(), response.headers(), body);
    }
}
