package io.github.ingotvm.download;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered. Close it, else the connection stays open.
 *
 * @param uri who answered, after all redirects
 */
record Answer(URI uri, int status, HttpHeaders headers, Inflow body) implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    /**
     * Which part of a file this is.
     *
     * @param total bytes of the whole file, when it was told
     */
    record Range(long from, OptionalLong total) {}

    Optional<Range> range() {
        return headers.firstValue("Content-Range")
                .map(RANGE::matcher)
                .filter(Matcher::matches)
                .map(m -> new Range(
                        Long.parseLong(m.group(1)),
                        m.group(3).equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(m.group(3)))));
    }

    /** Bytes that this answer has, when it was told. */
    OptionalLong length() {
        try {
            return headers.firstValueAsLong("Content-Length").orElse(-1) >= 0
                    ? headers.firstValueAsLong("Content-Length")
                    : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** What stays the same as long as the file does: a strong entity tag, else when it was last changed. */
    Optional<String> validator() {
        return headers.firstValue("ETag")
                .map(String::strip)
                .filter(t -> t.startsWith("\"") && t.length() <= 200)
                .or(() -> headers.firstValue("Last-Modified").map(String::strip).filter(t -> t.length() <= 60));
    }

    boolean isWebPage() {
        return headers.firstValue("Content-Type")
                .filter(t -> t.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
    }

    /** How long the server wants us to wait; a minute at most. */
    Optional<Duration> retryAfter() {
        return headers.firstValue("Retry-After")
                .filter(s -> s.matches("\\d{1,6}"))
                .map(s -> Duration.ofSeconds(Math.min(60, Long.parseLong(s))));
    }

    @Override
    public void close() {
        body.close();
    }
}
