package io.github.ingotvm.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.osinfo.OsLibrary;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked in the place of a server. */
class ProxiesTest {
    private static final byte[] CONTENT = "the system".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private static Optional<String> proxy(Map<String, String> environment, String uri) {
        return new Proxies(environment).proxyFor(URI.create(uri)).map(URI::getAuthority);
    }

    @Test
    void goesByTheSchemeThenByAllInSmallLettersOrCapitals() {
        Map<String, String> environment =
                Map.of("http_proxy", "http://a:1", "HTTPS_PROXY", "b:2", "all_proxy", "http://c:3");
        assertThat(proxy(environment, "http://x/")).contains("a:1");
        assertThat(proxy(environment, "https://x/")).contains("b:2");
        assertThat(proxy(Map.of("ALL_PROXY", "http://c:3"), "https://x/")).contains("c:3");
        assertThat(proxy(Map.of("http_proxy", "http://a:1"), "https://x/")).isEmpty();
        assertThat(proxy(Map.of("http_proxy", " "), "http://x/")).isEmpty();
    }

    @Test
    void whatIsNamedIsAskedDirectly() {
        Map<String, String> environment =
                Map.of("all_proxy", "http://p:1", "no_proxy", "localhost, .example.org,*.lan,10.0.0.1,other:8080");
        assertThat(proxy(environment, "http://localhost/")).isEmpty();
        assertThat(proxy(environment, "http://example.org/")).isEmpty();
        assertThat(proxy(environment, "http://mirror.EXAMPLE.org:81/")).isEmpty();
        assertThat(proxy(environment, "http://nas.lan/")).isEmpty();
        assertThat(proxy(environment, "http://other:8080/")).isEmpty();
        assertThat(proxy(environment, "http://other/")).contains("p:1");
        assertThat(proxy(environment, "http://myexample.org/")).contains("p:1");
        assertThat(proxy(Map.of("all_proxy", "p:1", "NO_PROXY", "*"), "http://x/"))
                .isEmpty();
    }

    @Test
    void whatIsNoHttpProxyIsLeftOut() {
        assertThat(proxy(Map.of("all_proxy", "socks5://p:1"), "http://x/")).isEmpty();
        assertThat(proxy(Map.of("all_proxy", "http://p p"), "http://x/")).isEmpty();
    }

    @Test
    void aFileComesThroughTheProxyWithItsPassword() throws Exception {
        String login = "Basic " + Base64.getEncoder().encodeToString("jana:p:w".getBytes(StandardCharsets.UTF_8));
        try (RawServer proxy = new RawServer()) {
            proxy.page("http://nowhere.example/system.iso", (request, reply) -> {
                if (login.equals(request.headers().get("proxy-authorization"))) {
                    reply.head("200 OK", "Content-Length: " + CONTENT.length).body(CONTENT, 0, CONTENT.length);
                } else {
                    reply.head(
                            "407 Proxy Authentication Required",
                            "Proxy-Authenticate: Basic realm=\"here\"",
                            "Content-Length: 0");
                }
            });
            String address = "http://jana:p%3Aw@" + proxy.at("").getAuthority();
            Fetched fetched = downloads(address).fetch(order(), Progress.NONE);
            assertThat(Files.readAllBytes(fetched.file())).isEqualTo(CONTENT);
        }
    }

    @Test
    void whoCannotBeReachedIsNamedWithoutThePassword() throws Exception {
        int closed;
        try (RawServer gone = new RawServer()) {
            closed = gone.at("").getPort();
        }
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() ->
                        downloads("http://jana:secret@127.0.0.1:" + closed).fetch(order(), Progress.NONE))
                .withMessageContaining("nowhere.example (by the proxy 127.0.0.1:" + closed + ") cannot be reached")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    private static Order order() {
        return Order.of("http://nowhere.example/system.iso", Optional.empty());
    }

    private Downloads downloads(String proxy) {
        return new Downloads(
                OsLibrary.builtIn(),
                folder,
                new Proxies(Map.of("http_proxy", proxy)),
                new DownloadLimits(1L << 30, 0, Duration.ofSeconds(20), 3),
                (time, p) -> {});
    }
}
