package io.github.ingotvm.download;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What publishers say that their files hash to. */
final class Sums {
    private static final Logger LOG = LoggerFactory.getLogger(Sums.class);
    private static final int LARGEST = 4 << 20;

    private final Wire wire;
    private final DownloadLimits limits;

    Sums(Wire wire, DownloadLimits limits) {
        this.wire = wire;
        this.limits = limits;
    }

    /**
     * A checksum and who says so.
     *
     * @param from the address of the file that says it
     */
    record Said(Checksum checksum, URI from) {}

    /** What is said about a file; empty when nobody says anything, or cannot be asked. */
    Optional<Said> about(URI file, Progress progress) {
        progress.report(-1, "Asking for the checksum");
        for (ChecksumPlaces.Place place : ChecksumPlaces.of(file)) {
            try {
                Optional<Checksum> found =
                        text(place.uri(), progress).flatMap(t -> ChecksumFile.find(t, FileNames.of(file), place.own()));
                if (found.isPresent()) {
                    return found.map(c -> new Said(c, place.uri()));
                }
            } catch (IOException e) {
                LOG.debug("{} cannot be had", place.uri(), e);
            } catch (IngotException e) {
                if (e.kind() == IngotException.Kind.CANCELLED) {
                    throw e;
                }
                LOG.debug("{} is not taken", place.uri(), e);
            }
        }
        return Optional.empty();
    }

    private Optional<String> text(URI uri, Progress progress) throws IOException {
        try (Answer answer = wire.ask("GET", uri, Map.of(), progress)) {
            if (answer.status() != 200 || answer.isWebPage()) {
                return Optional.empty();
            }
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            Optional<List<ByteBuffer>> pieces = answer.body().next(limits.silence(), progress);
            while (pieces.isPresent()) {
                for (ByteBuffer piece : pieces.get()) {
                    byte[] bytes = new byte[piece.remaining()];
                    piece.get(bytes);
                    text.write(bytes, 0, bytes.length);
                }
                if (text.size() > LARGEST) {
                    return Optional.empty();
                }
                pieces = answer.body().next(limits.silence(), progress);
            }
            return Optional.of(text.toString(StandardCharsets.UTF_8));
        }
    }
}
