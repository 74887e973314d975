package io.github.ingotvm.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.osinfo.OsLibrary;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
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
                Map.of("all_proxy", "http://p:1", "no_proxy", "localhost, .example.org,*.lan,::1,other:8080,web:80");
        assertThat(proxy(environment, "http://[::1]/")).isEmpty();
        assertThat(proxy(environment, "http://web/")).isEmpty();
        assertThat(proxy(environment, "https://web/")).contains("p:1");
        assertThat(proxy(environment, "http://my_host/")).contains("p:1");
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
    void nothingIsFetchedPastAProxyThatCannotBeUsed() {
        for (String odd : List.of("socks5://p:1", "https://p:1", "http://p p", "http:///")) {
            assertThatExceptionOfType(IngotException.class)
                    .isThrownBy(() -> proxy(Map.of("all_proxy", odd), "http://x/"))
                    .withMessageContaining("variable all_proxy")
                    .matches(e -> e.kind() == Kind.UNSUPPORTED);
        }
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> downloads("socks5://p:1").fetch(order(), Progress.NONE))
                .withMessageContaining("HTTP proxies");
    }

    /** The proxy is told the password before it opens the way to a server that is talked to in cipher. */
    @Test
    void aPasswordIsToldForEncryptedServersToo() throws Exception {
        String login = "Basic " + Base64.getEncoder().encodeToString("jana:pw".getBytes(StandardCharsets.UTF_8));
        try (RawServer proxy = new RawServer()) {
            proxy.page(
                    "nowhere.example:443",
                    (request, reply) -> reply.head(
                            login.equals(request.headers().get("proxy-authorization"))
                                    ? "502 Bad Gateway"
                                    : "407 Proxy Authentication Required",
                            "Proxy-Authenticate: Basic realm=\"here\"",
                            "Content-Length: 0"));
            Downloads downloads = downloads(
                    Map.of("https_proxy", "http://jana:pw@" + proxy.at("").getAuthority()));
            assertThatExceptionOfType(IngotException.class)
                    .isThrownBy(() -> downloads.fetch(
                            Order.of("https://nowhere.example/system.iso", Optional.empty()), Progress.NONE));
            assertThat(proxy.requests("nowhere.example:443"))
                    .anyMatch(r -> login.equals(r.headers().get("proxy-authorization")));
        }
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
        return downloads(Map.of("http_proxy", proxy));
    }

    private Downloads downloads(Map<String, String> environment) {
        return new Downloads(
                OsLibrary.builtIn(),
                folder,
                new Proxies(environment),
                new DownloadLimits(1L << 30, 0, Duration.ofSeconds(20), 3),
                (time, p) -> {});
    }
}
