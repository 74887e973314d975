package io.github.ingotvm.testkit.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorTest {
    @TempDir
    Path folder;

    private HttpServer real;

    @BeforeEach
    void serve() throws IOException {
        real = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        real.createContext("/debian/", exchange -> {
            try (exchange) {
                boolean there = exchange.getRequestURI().getPath().endsWith("+b1.deb");
                byte[] body = there ? "real".getBytes(StandardCharsets.UTF_8) : new byte[0];
                boolean head = exchange.getRequestMethod().equals("HEAD");
                exchange.sendResponseHeaders(there ? 200 : 404, there && !head ? body.length : -1);
                if (there && !head) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        real.start();
    }

    @AfterEach
    void stop() {
        real.stop(0);
    }

    private static Archive at(int port) {
        return Archive.at("http://127.0.0.1:" + port + "/debian");
    }

    @Test
    void everythingIsPassedThroughButForWhatIsLaidOver() throws IOException {
        Archive archive = at(real.getAddress().getPort());
        assertThat(archive.has("pool/a_1+b1.deb")).isTrue();
        assertThat(archive.has("pool/b_1.udeb")).isFalse();
        Path own = Files.writeString(folder.resolve("b"), "made");
        try (Mirror mirror = new Mirror(archive, Map.of("pool/b_1.udeb", own))) {
            Archive seen = at(mirror.port());
            assertThat(seen.bytes("pool/a_1+b1.deb")).asString().isEqualTo("real");
            assertThat(seen.bytes("pool/b_1.udeb")).asString().isEqualTo("made");
            assertThat(seen.has("pool/b_1.udeb")).isTrue();
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> seen.bytes("pool/c.deb"));
            assertThat(mirror.asked()).containsExactly("pool/a_1+b1.deb", "pool/b_1.udeb", "pool/b_1.udeb");
            assertThat(mirror.address()).isEqualTo("http://10.0.2.2:" + mirror.port() + "/debian");
        }
    }

    @Test
    void whatWasMadeTakesThePlaceOfWhatIsMissing() {
        Index real = Index.parse("""
                Package: e2fsprogs-udeb
                Version: 1
                Depends: libc6-udeb (>= 2.41), libuuid1-udeb | other

                Package: anna
                Version: 2
                """);
        Stanza old = real.find("e2fsprogs-udeb").orElseThrow();
        Udeb made = new Udeb(Path.of("x"), old.with(Map.of("Version", "9")));
        Index all = Components.completed(real, List.of(made), "6.1");
        assertThat(all.stream().map(Stanza::name)).containsExactly("anna", "e2fsprogs-udeb");
        assertThat(all.text()).contains("Version: 9\n").doesNotContain("Version: 1\n");
        assertThat(Index.parse(all.text()).text()).isEqualTo(all.text());
        assertThat(new Index(Stream.of()).find("anna")).isEmpty();
    }
}
