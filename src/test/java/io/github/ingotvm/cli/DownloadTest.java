package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.download.RawServer;
import io.github.ingotvm.testkit.TestDisc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DownloadTest extends CommandLineRig {
    private final RawServer server = new RawServer();

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** The address of a disc of Debian 12. */
    private String debian() throws IOException {
        byte[] disc = Files.readAllBytes(TestDisc.write(folder.resolve("d.iso"), "Debian 12.5.0 amd64 n"));
        server.page(
                "/debian.iso",
                (r, reply) ->
                        reply.head("200 OK", "Content-Length: " + disc.length).body(disc, 0, disc.length));
        return server.at("/debian.iso").toString();
    }

    private Map<String, @Nullable Object> only(String... args) {
        var all = ingot(args).list();
        assertThat(all).hasSize(1);
        return JsonTree.object(all.get(0));
    }

    @Test
    void listsWhatCanBeFetched() {
        assertThat(ingot("download", "list", "debian12", "--arch", "x86_64")
                        .succeeds()
                        .out())
                .contains("debian12/netinst", "debian12/cloud", "cdimage.debian.org")
                .doesNotContain("debian13");
        assertThat(only("download", "list", "debian12/netinst", "--arch", "x86_64", "--json"))
                .containsEntry("name", "debian12/netinst")
                .containsEntry("os", "debian12")
                .containsEntry("kind", "disc")
                .containsKeys("title", "edition", "arch", "url");
        assertThat(ingot("download", "list", "plan9").succeeds().err()).contains("nothing to fetch");
        assertThat(connections).isEmpty();
    }

    @Test
    void fetchesShowsAndRemovesAFile() throws IOException {
        Result fetched = ingot("download", debian()).succeeds();
        assertThat(Path.of(fetched.out().strip())).exists();
        assertThat(fetched.err()).contains("Fetched debian.iso", "No checksum was found");
        assertThat(only("download", debian(), "--json"))
                .containsEntry("fresh", false)
                .containsEntry("checked", false)
                .containsKeys("file", "size", "checksum", "checksumFrom");

        assertThat(ingot("download", "files").succeeds().out()).contains("debian.iso", "not checked", debian());
        assertThat(only("download", "files", "--json"))
                .containsEntry("name", "debian.iso")
                .containsEntry("whole", true)
                .containsKeys("file", "size", "url", "checksum", "checksumFrom", "changed");
        assertThat(ingot("download", "remove", "debian.iso").succeeds().out()).contains("Removed debian.iso");
        assertThat(ingot("download", "files").succeeds().err()).contains("There is nothing in");
        ingot("download", "remove", "debian.iso").fails(ExitCode.NOT_FOUND, "debian.iso");
    }

    @Test
    void refusesWhatHasNotTheChecksumThatWasGiven() throws IOException {
        ingot("download", debian(), "--checksum", "sha256:" + "0".repeat(64)).fails(ExitCode.FAILED, "you gave");
        ingot("download", debian(), "--checksum", "sha1:00").fails(ExitCode.USAGE, "no checksum");
        ingot("download", debian(), debian(), "--checksum", "00").fails(ExitCode.USAGE, "one file only");
        ingot("download", "win11").fails(ExitCode.NOT_FOUND, "from its publisher");
        ingot("download").fails(ExitCode.USAGE, "ingot download list");
    }

    @Test
    void makesAMachineFromWhatWasFetched() throws IOException {
        Result made =
                ingot("create", "fresh", "--download", debian(), "--no-start").succeeds();
        assertThat(made.err()).contains("Fetched debian.iso");
        assertThat(ingot("show", "fresh").succeeds().out()).contains("debian12");

        ingot("download", "remove", "debian.iso").fails(ExitCode.IN_USE, "needed by fresh");
        ingot("delete", "fresh", "--yes").succeeds();
        ingot("download", "remove", "debian.iso").succeeds();
    }
}
