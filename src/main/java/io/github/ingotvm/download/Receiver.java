package io.github.ingotvm.download;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One try at getting the rest of a file. Believes no server: neither the length it tells nor that it goes on where we stopped. */
final class Receiver {
    private static final long LOOK_EVERY = 16L << 20;

    private final Wire wire;
    private final DownloadLimits limits;

    Receiver(Wire wire, DownloadLimits limits) {
        this.wire = wire;
        this.limits = limits;
    }

    /**
     * Adds to what there is until the file is whole.
     *
     * @param proven whether the whole will be compared with a checksum: then it may go on even where the server cannot tell versions apart
     * @return who sent it
     * @throws IOException when the server broke off or sent what is no part of the file; what came until then is kept where it can be used
     * @throws IngotException when it makes no sense to try again
     */
    URI receive(URI uri, Part part, boolean proven, Progress progress) throws IOException {
        if (part.size() > 0 && !proven && part.validator().isEmpty()) {
            part.restart();
        }
        try (Answer answer = wire.ask("GET", uri, rest(part, proven), progress)) {
            if (answer.status() == 416 && isWhole(part)) {
                return answer.uri();
            }
            OptionalLong total = begin(answer, part, proven);
            requireRoom(part, total);
            take(answer, part, total, progress);
            return answer.uri();
        } finally {
            part.sync();
        }
    }

    private static Map<String, String> rest(Part part, boolean proven) {
        Map<String, String> headers = new HashMap<>();
        if (part.size() > 0) {
            headers.put("Range", "bytes=" + part.size() + "-");
            // Another mirror has other entity tags for the same file; a checksum tells better.
            part.validator().filter(v -> !proven).ifPresent(v -> headers.put("If-Range", v));
        }
        return headers;
    }

    private static boolean isWhole(Part part) {
        return part.total().isPresent() && part.total().getAsLong() == part.size();
    }

    /** Looks at the head of the answer. Returns the length of the whole file, when it is known. */
    private OptionalLong begin(Answer answer, Part part, boolean proven) throws IOException {
        String host = answer.uri().getHost();
        if (answer.status() == 206) {
            return goOn(answer, part, proven);
        } else if (answer.status() == 200) {
            if (answer.isWebPage() && !answer.uri().getPath().endsWith(".html")) {
                throw new IngotException(
                        Kind.FAILED,
                        host + " answers with a web page, not with a file; check the address, and whether this network"
                                + " wants you to log in first.");
            }
            if (part.size() > 0) {
                part.restart();
            }
            part.learn(answer.validator(), answer.length());
            return answer.length();
        } else if (answer.status() == 416) {
            part.restart();
            throw new BrokenOffException(host + " has no such part of the file");
        } else if (answer.status() == 408 || answer.status() == 429 || answer.status() >= 500) {
            throw new BrokenOffException(host + " answers " + answer.status(), answer.retryAfter());
        } else if (answer.status() == 404 || answer.status() == 410) {
            throw new IngotException(
                    Kind.NOT_FOUND, answer.uri() + " is not there (any more); look for a newer address.");
        }
        throw new IngotException(
                answer.status() == 401 || answer.status() == 403 ? Kind.DENIED : Kind.FAILED,
                host + " does not give out this file (it answers " + answer.status() + "); check the address.");
    }

    /** A part is only taken when it begins where ours ends, and is of the same file. */
    private static OptionalLong goOn(Answer answer, Part part, boolean proven) throws IOException {
        Optional<Answer.Range> range = answer.range();
        boolean follows = range.filter(r -> r.from() == part.size()).isPresent();
        OptionalLong total = range.map(Answer.Range::total).orElse(OptionalLong.empty());
        boolean sameLength = total.isEmpty() || part.total().isEmpty() || total.equals(part.total());
        boolean sameVersion =
                proven || answer.validator().isEmpty() || answer.validator().equals(part.validator());
        if (part.size() == 0 || !follows || !sameLength || !sameVersion) {
            part.restart();
            throw new BrokenOffException(answer.uri().getHost() + " goes on with another file");
        }
        return total.isPresent() ? total : part.total();
    }

    private void requireRoom(Part part, OptionalLong total) throws IOException {
        if (total.isEmpty()) {
            return;
        }
        if (total.getAsLong() > limits.largest()) {
            throw tooLarge(part);
        }
        long free = Files.getFileStore(part.file()).getUsableSpace();
        long wanted = total.getAsLong() - part.size();
        if (wanted > free - limits.spare()) {
            throw new IngotException(
                    Kind.NO_SPACE,
                    "There is no room for it in " + part.file().getParent() + ": " + mib(wanted)
                            + " MiB are still to come, and " + mib(free)
                            + " MiB are free; make room, or remove other downloads.");
        }
    }

    private IngotException tooLarge(Part part) throws IOException {
        part.restart();
        return new IngotException(
                Kind.FAILED,
                "The server sends more than " + mib(limits.largest())
                        + " MiB; no disc is as large as that. Check the address.");
    }

    private void take(Answer answer, Part part, OptionalLong total, Progress progress) throws IOException {
        Rate rate = new Rate(part.size());
        long lookAt = part.size() + LOOK_EVERY;
        Optional<List<ByteBuffer>> pieces = answer.body().next(limits.silence(), progress);
        while (pieces.isPresent()) {
            for (ByteBuffer piece : pieces.get()) {
                part.append(piece);
            }
            if (part.size() > limits.largest()) {
                throw tooLarge(part);
            }
            if (part.size() >= lookAt) {
                lookAt = part.size() + LOOK_EVERY;
                requireSpare(part);
            }
            progress.report(
                    total.isPresent() ? Math.min(1, (double) part.size() / Math.max(1, total.getAsLong())) : -1,
                    rate.words(part.size(), total));
            pieces = answer.body().next(limits.silence(), progress);
        }
        if (total.isPresent() && part.size() != total.getAsLong()) {
            if (part.size() > total.getAsLong()) {
                part.restart();
            }
            throw new BrokenOffException(answer.uri().getHost() + " ended the file early");
        } else if (part.size() == 0) {
            throw new BrokenOffException(answer.uri().getHost() + " sent an empty file");
        }
    }

    /** A server that tells no length could fill the disk. */
    private void requireSpare(Part part) throws IOException {
        if (Files.getFileStore(part.file()).getUsableSpace() < limits.spare()) {
            throw new IngotException(
                    Kind.NO_SPACE,
                    "The disk of " + part.file().getParent()
                            + " is nearly full; make room, and the download goes on where it is.");
        }
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%d", bytes >> 20);
    }
}
