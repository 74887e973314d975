package io.github.ingotvm.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.download.RawServer.Reply;
import io.github.ingotvm.download.RawServer.Request;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.osinfo.OsLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
    private static final int SIZE = 300_000;
    private static final String ISO = "/images/system.iso";
    private static final String SUMS = "/images/SHA256SUMS";
    private static final String ETAG = "ETag: \"v1\"";

    @TempDir
    private Path folder = Path.of("");

    private final RawServer server = new RawServer();
    private final byte[] content = random(1);
    private final List<Duration> pauses = new ArrayList<>();
    private DownloadLimits limits = new DownloadLimits(1L << 30, 0, Duration.ofSeconds(20), 3);

    private static byte[] random(int seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Downloads downloads() {
        return downloads(Map.of());
    }

    private Downloads downloads(Map<String, String> environment) {
        return new Downloads(
                OsLibrary.builtIn(),
                folder.resolve("downloads"),
                new Proxies(environment),
                limits,
                (time, p) -> pauses.add(time));
    }

    private Fetched fetch() {
        return downloads().fetch(order(), Progress.NONE);
    }

    private Order order() {
        return Order.of(server.at(ISO).toString(), Optional.empty());
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Digests.sha256(bytes));
    }

    private void saysSums(byte[] bytes) {
        server.page(
                SUMS, (r, reply) -> reply.text("0".repeat(64) + "  other.iso\n" + sha256(bytes) + " *system.iso\n"));
    }

    /** Serves parts as a good server does. */
    private static void serve(byte[] bytes, String etag, Request request, Reply reply) throws IOException {
        serve(bytes, etag, request, reply, bytes.length);
    }

    /** The same, but breaks off at a position. */
    private static void serve(byte[] bytes, String etag, Request request, Reply reply, int until) throws IOException {
        int from = request.from();
        String ifRange = request.headers().getOrDefault("if-range", etag.replace("ETag: ", ""));
        if (from > 0 && etag.equals("ETag: " + ifRange)) {
            reply.head(
                    "206 Partial Content",
                    etag,
                    "Content-Length: " + (bytes.length - from),
                    "Content-Range: bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
            reply.body(bytes, from, Math.max(from, until));
        } else {
            reply.head("200 OK", etag, "Content-Length: " + bytes.length);
            reply.body(bytes, 0, until);
        }
    }

    private void whole(Fetched fetched) throws IOException {
        assertThat(Files.readAllBytes(fetched.file())).isEqualTo(content);
        assertThat(fetched.checksum().hex()).isEqualTo(sha256(content));
        try (var files = Files.list(folder.resolve("downloads"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("system.iso", ".system.iso.origin", ".system.iso.lock");
        }
    }

    private void nothingIsKept() {
        assertThat(downloads().held()).isEmpty();
    }

    private void fails(Kind kind, String words) {
        assertThatThrownBy(this::fetch)
                .isInstanceOfSatisfying(
                        IngotException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void fetchesAFileAndProvesItByThePublishersChecksum() throws IOException {
        saysSums(content);
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));

        Fetched fetched = fetch();

        whole(fetched);
        assertThat(fetched.fresh()).isTrue();
        assertThat(fetched.proof().source()).contains(server.at(SUMS).toString());
        assertThat(downloads().held()).singleElement().satisfies(h -> {
            assertThat(h.whole()).isTrue();
            assertThat(h.source()).contains(server.at(SUMS).toString());
        });
    }

    @Test
    void saysPlainlyWhenThereIsNoChecksum() throws IOException {
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));

        Fetched fetched = fetch();

        whole(fetched);
        assertThat(fetched.proof().isChecked()).isFalse();
        assertThat(fetched.proof().note()).contains("No checksum was found", "without encryption", "nothing proves");
    }

    @Test
    void fetchesNothingTwice() {
        saysSums(content);
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));
        fetch();

        assertThat(fetch().fresh()).isFalse();
        assertThat(server.requests(ISO)).hasSize(1);
    }

    @Test
    void saysWhatWasProvedBeforeWhenNobodyCanBeAskedNow() {
        saysSums(content);
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));
        fetch();
        server.page(SUMS, (r, reply) -> reply.head("404 Not Found", "Content-Length: 0"));

        assertThat(fetch().proof().note()).contains("had its checksum when it was fetched");
    }

    @Test
    void fetchesAgainWhatSomebodyHasWrittenTo() throws IOException {
        saysSums(content);
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));
        Path file = fetch().file();
        byte[] changed = content.clone();
        changed[0]++;
        Files.write(file, changed);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

        assertThat(fetch().fresh()).isTrue();
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
    }

    @Test
    void fetchesAgainWhatItsPublisherHasRenewed() throws IOException {
        byte[] old = random(2);
        saysSums(old);
        server.page(ISO, (r, reply) -> serve(old, "ETag: \"v0\"", r, reply));
        fetch();
        saysSums(content);
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));

        assertThat(fetch().fresh()).isTrue();
        whole(fetch());
    }

    @Test
    void refusesWhatHasAnotherChecksum() {
        saysSums(random(2));
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));

        fails(Kind.FAILED, "its checksum is not the one its publisher gives. It was thrown away");
        nothingIsKept();
    }

    @Test
    void refusesWhatHasNotTheChecksumThatTheUserGave() {
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));
        Order order = Order.of(server.at(ISO).toString(), Optional.of(Checksum.parse("sha256:" + "0".repeat(64))));

        assertThatThrownBy(() -> downloads().fetch(order, Progress.NONE)).hasMessageContaining("the one you gave");
        nothingIsKept();
    }

    @Test
    void goesOnWhereTheServerBrokeOff() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply, tries.incrementAndGet() * 100_000));

        whole(fetch());
        assertThat(server.requests(ISO)).extracting(Request::from).containsExactly(0, 100_000, 200_000);
        assertThat(server.requests(ISO).get(1).headers()).containsEntry("if-range", "\"v1\"");
    }

    @Test
    void goesOnAfterIngotWasEnded() throws IOException {
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply, r.from() + 100_000));
        limits = new DownloadLimits(1L << 30, 0, Duration.ofSeconds(20), 1);
        fails(Kind.FAILED, "goes on where it is");
        assertThat(downloads().held())
                .singleElement()
                .satisfies(h -> assertThat(h.whole()).isFalse());

        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));
        whole(fetch());
        assertThat(server.requests(ISO)).extracting(Request::from).containsExactly(0, 100_000);
    }

    @Test
    void trustsOnlyWhatTheJournalSaysIsOnTheDisk() throws IOException {
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply, 100_000));
        limits = new DownloadLimits(1L << 30, 0, Duration.ofSeconds(20), 1);
        fails(Kind.FAILED, "goes on");
        Path part = downloads().held().get(0).file();
        Files.write(part, new byte[50_000], java.nio.file.StandardOpenOption.APPEND);

        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));
        whole(fetch());
        assertThat(server.requests(ISO)).extracting(Request::from).containsExactly(0, 100_000);
    }

    @Test
    void beginsAnewWhereTheServerKnowsNoParts() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        server.page(ISO, (r, reply) -> {
            int until = tries.incrementAndGet() == 1 ? 100_000 : SIZE;
            reply.head("200 OK", ETAG, "Content-Length: " + SIZE).body(content, 0, until);
        });
        whole(fetch());
    }

    @Test
    void beginsAnewWhereNothingTellsVersionsApart() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        server.page(ISO, (r, reply) -> {
            int until = tries.incrementAndGet() == 1 ? 100_000 : SIZE;
            reply.head("200 OK", "Content-Length: " + SIZE).body(content, 0, until);
        });
        whole(fetch());
        assertThat(server.requests(ISO)).extracting(Request::from).containsExactly(0, 0);
    }

    @Test
    void beginsAnewWhenTheFileChangedBetweenTheTries() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        byte[] old = random(2);
        server.page(ISO, (r, reply) -> {
            if (tries.incrementAndGet() == 1) {
                serve(old, "ETag: \"v0\"", r, reply, 100_000);
            } else {
                serve(content, ETAG, r, reply);
            }
        });
        whole(fetch());
    }

    @Test
    void beginsAnewWhenAnotherVersionIsSentAsTheRest() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        byte[] old = random(2);
        server.page(ISO, (r, reply) -> {
            if (tries.incrementAndGet() == 1) {
                serve(old, "ETag: \"v0\"", r, reply, 100_000);
            } else if (r.from() > 0) {
                // It does not care what the client asked not to be sent.
                reply.head(
                        "206 Partial Content",
                        ETAG,
                        "Content-Length: " + (SIZE - r.from()),
                        "Content-Range: bytes " + r.from() + "-" + (SIZE - 1) + "/" + SIZE);
                reply.body(content, r.from(), SIZE);
            } else {
                serve(content, ETAG, r, reply);
            }
        });
        whole(fetch());
    }

    @Test
    void beginsAnewWhenTheChecksumShowsThatTheRestIsOfAnotherVersion() throws IOException {
        saysSums(content);
        AtomicInteger tries = new AtomicInteger();
        byte[] old = random(2);
        server.page(ISO, (r, reply) -> {
            if (tries.incrementAndGet() == 1) {
                serve(old, ETAG, r, reply, 100_000);
            } else {
                serve(content, ETAG, r, reply);
            }
        });
        limits = new DownloadLimits(1L << 30, 0, Duration.ofSeconds(20), 1);
        fails(Kind.FAILED, "goes on");
        whole(fetch());
        assertThat(server.requests(ISO)).extracting(Request::from).containsExactly(0, 100_000, 0);
    }

    @Test
    void beginsAnewWhenTheServerGoesOnElsewhere() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        server.page(ISO, (r, reply) -> {
            if (tries.incrementAndGet() == 1) {
                serve(content, ETAG, r, reply, 100_000);
            } else if (r.from() > 0) {
                reply.head(
                        "206 Partial Content",
                        ETAG,
                        "Content-Length: " + SIZE,
                        "Content-Range: bytes 0-" + (SIZE - 1) + "/" + SIZE);
                reply.body(content, 0, SIZE);
            } else {
                serve(content, ETAG, r, reply);
            }
        });
        whole(fetch());
    }

    @Test
    void acceptsThatNothingIsMissing() throws IOException {
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));
        Path target = folder.resolve("downloads/system.iso");
        Files.createDirectories(target.getParent());
        try (Part part = Part.open(target, server.at(ISO).toString())) {
            part.learn(Optional.of("\"v1\""), java.util.OptionalLong.of(SIZE));
            part.append(java.nio.ByteBuffer.wrap(content));
            part.sync();
        }
        server.page(ISO, (r, reply) -> reply.head("416 Range Not Satisfiable", "Content-Length: 0"));
        whole(fetch());
    }

    @Test
    void takesAFileWhoseLengthIsNotTold() throws IOException {
        server.page(ISO, (r, reply) -> reply.head("200 OK", ETAG).body(content, 0, SIZE));
        whole(fetch());
    }

    @Test
    void retriesWhenLessComesThanWasTold() {
        server.page(
                ISO,
                (r, reply) ->
                        reply.head("200 OK", "Content-Length: " + (SIZE + 5)).body(content, 0, SIZE));
        fails(Kind.FAILED, "breaks off again and again");
        // Each try sent something, so that only tries without anything new count.
        assertThat(server.requests(ISO)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void takesNoMoreThanWasTold() throws IOException {
        byte[] more = Arrays.copyOf(content, SIZE + 1000);
        server.page(
                ISO,
                (r, reply) ->
                        reply.head("200 OK", ETAG, "Content-Length: " + SIZE).body(more, 0, more.length));
        whole(fetch());
    }

    @Test
    void endsWhatNeverEnds() {
        limits = new DownloadLimits(1 << 20, 0, Duration.ofSeconds(20), 3);
        server.page(ISO, (r, reply) -> {
            reply.head("200 OK", ETAG);
            while (true) {
                reply.body(content, 0, SIZE);
            }
        });
        fails(Kind.FAILED, "no disc is as large as that");
        assertThat(downloads().held()).allSatisfy(h -> assertThat(h.size()).isZero());
    }

    @Test
    void refusesAtOnceWhatHasNoRoom() {
        server.page(
                ISO,
                (r, reply) -> reply.head("200 OK", ETAG, "Content-Length: " + (1L << 60))
                        .body(content, 0, SIZE));
        limits = new DownloadLimits(Long.MAX_VALUE, 0, Duration.ofSeconds(20), 3);
        fails(Kind.NO_SPACE, "There is no room for it");
    }

    @Test
    void triesAgainLaterWhenTheServerIsBusy() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        server.page(ISO, (r, reply) -> {
            switch (tries.incrementAndGet()) {
                case 1 -> reply.head("503 Service Unavailable", "Content-Length: 0");
                case 2 -> reply.head("429 Too Many Requests", "Retry-After: 7", "Content-Length: 0");
                default -> serve(content, ETAG, r, reply);
            }
        });
        whole(fetch());
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(7));
    }

    @Test
    void givesUpOnASilentServer() {
        CountDownLatch ended = new CountDownLatch(1);
        limits = new DownloadLimits(1L << 30, 0, Duration.ofMillis(200), 1);
        server.page(ISO, (r, reply) -> {
            serve(content, ETAG, r, reply, 1000);
            await(ended);
        });
        fails(Kind.FAILED, "goes on where it is");
        ended.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void tellsWhatIsGoneFromWhatIsNotGivenOut() {
        fails(Kind.NOT_FOUND, "is not there (any more)");
        server.page(ISO, (r, reply) -> reply.head("403 Forbidden", "Content-Length: 0"));
        fails(Kind.DENIED, "does not give out this file");
        server.page(
                ISO,
                (r, reply) -> reply.head("200 OK", "Content-Type: text/html", "Content-Length: 5")
                        .body(content, 0, 5));
        fails(Kind.FAILED, "wants you to log in");
    }

    @Test
    void followsARedirectOnTheSameHostOnly() throws IOException {
        server.page(ISO, (r, reply) -> reply.head("302 Found", "Location: /mirror/x.iso", "Content-Length: 0"));
        server.page("/mirror/x.iso", (r, reply) -> serve(content, ETAG, r, reply));
        whole(fetch());

        server.page(
                "/images/other.iso",
                (r, reply) -> reply.head("302 Found", "Location: http://localhost/x.iso", "Content-Length: 0"));
        assertThatThrownBy(() -> downloads()
                        .fetch(Order.of(server.at("/images/other.iso").toString(), Optional.empty()), Progress.NONE))
                .hasMessageContaining("without encryption; that is refused");
    }

    @Test
    void getsOutOfACircleOfRedirects() {
        server.page(ISO, (r, reply) -> reply.head("302 Found", "Location: " + ISO, "Content-Length: 0"));
        fails(Kind.FAILED, "round in circles");
    }

    @Test
    void stopsWhenCancelledAndGoesOnTheNextTime() throws IOException {
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        server.page(ISO, (r, reply) -> {
            serve(content, ETAG, r, reply, 150_000);
            await(ended);
        });
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String doing) {
                if (fraction >= 0.5) {
                    cancelled.set(true);
                }
            }

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
        assertThatThrownBy(() -> downloads().fetch(order(), progress))
                .isInstanceOfSatisfying(
                        IngotException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CANCELLED));
        ended.countDown();

        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));
        whole(fetch());
        assertThat(server.requests(ISO)).extracting(Request::from).containsExactly(0, 150_000);
    }

    @Test
    void fetchesAFileOnceAtATime() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        server.page(ISO, (r, reply) -> {
            begun.countDown();
            await(ended);
            serve(content, ETAG, r, reply);
        });
        Thread first = new Thread(this::fetch);
        first.start();
        await(begun);

        fails(Kind.WRONG_STATE, "is being downloaded already");
        Downloads downloads = downloads();
        assertThatThrownBy(() -> downloads.remove("system.iso.part")).hasMessageContaining("being downloaded");
        ended.countDown();
        try {
            first.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(fetch().fresh()).isFalse();
    }

    @Test
    void keepsFilesOfOneNameFromTwoPlacesApart() throws IOException {
        byte[] other = random(3);
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));
        server.page("/other/system.iso", (r, reply) -> serve(other, ETAG, r, reply));
        Fetched one = fetch();
        Fetched two =
                downloads().fetch(Order.of(server.at("/other/system.iso").toString(), Optional.empty()), Progress.NONE);

        assertThat(two.file()).isNotEqualTo(one.file());
        assertThat(two.file().toString()).endsWith("-system.iso");
        assertThat(Files.readAllBytes(one.file())).isEqualTo(content);
        assertThat(Files.readAllBytes(two.file())).isEqualTo(other);
        assertThat(downloads().held()).hasSize(2);
    }

    @Test
    void neverWritesOverAFileThatItDidNotFetch() throws IOException {
        Path mine = folder.resolve("downloads/system.iso");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "mine");
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));

        assertThat(fetch().file()).isNotEqualTo(mine);
        assertThat(mine).hasContent("mine");
    }

    @Test
    void removesWhatWasFetched() {
        server.page(ISO, (r, reply) -> serve(content, ETAG, r, reply));
        fetch();
        assertThat(downloads().remove("system.iso").size()).isEqualTo(SIZE);
        nothingIsKept();
        Downloads downloads = downloads();
        assertThatThrownBy(() -> downloads.remove("../system.iso")).hasMessageContaining("There is no download");
    }

    @Test
    void fetchesSeveralAtOnce() {
        CountDownLatch both = new CountDownLatch(2);
        for (String path : List.of("/a/one.iso", "/a/two.iso")) {
            server.page(path, (r, reply) -> {
                both.countDown();
                await(both);
                serve(content, ETAG, r, reply);
            });
        }
        var outcomes = new Together(downloads())
                .fetch(
                        List.of("/a/one.iso", "/a/none.iso", "/a/two.iso").stream()
                                .map(p -> Order.of(server.at(p).toString(), Optional.empty()))
                                .toList(),
                        Progress.NONE);
        assertThat(outcomes).extracting(o -> o.fetched().isPresent()).containsExactly(true, false, true);
        assertThat(outcomes.get(1).failure()).isPresent();
    }
}
