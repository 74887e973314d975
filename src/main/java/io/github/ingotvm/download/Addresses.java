package io.github.ingotvm.download;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Which addresses may be asked, where an answer may send us, and where publishers move what is old. */
final class Addresses {
    /** Where a publisher keeps a file now, and where once there are newer ones. */
    private record Move(String from, String to) {}

    private static final List<Move> MOVES = List.of(
            new Move("https://cdimage.debian.org/cdimage/release/", "https://cdimage.debian.org/cdimage/archive/"),
            new Move("https://releases.ubuntu.com/", "https://old-releases.ubuntu.com/releases/"),
            new Move(
                    "https://download.fedoraproject.org/pub/fedora/linux/",
                    "https://archives.fedoraproject.org/pub/archive/fedora/linux/"),
            new Move(
                    "https://download.freebsd.org/releases/",
                    "https://ftp-archive.freebsd.org/pub/FreeBSD-Archive/old-releases/"));

    private Addresses() {}

    /** @throws IngotException {@code INVALID} for what is no address of a file that can be fetched */
    static URI parse(String text) {
        try {
            URI uri = URI.create(text.strip());
            return requireFetchable(uri);
        } catch (IllegalArgumentException e) {
            throw new IngotException(Kind.INVALID, "\"" + text + "\" is no address; write it as https://…", e);
        }
    }

    private static URI requireFetchable(URI uri) {
        boolean web = "https".equals(scheme(uri)) || "http".equals(scheme(uri));
        if (!web || uri.getHost() == null) {
            throw new IngotException(
                    Kind.INVALID, "\"" + uri + "\" cannot be fetched; give an address that begins with https://");
        }
        if (uri.getUserInfo() != null) {
            throw new IngotException(
                    Kind.INVALID,
                    "An address with a name or password in it is not taken; it would be kept with the file.");
        }
        return uri;
    }

    /**
     * Where a redirect leads. From https only to https. Who asked without encryption may be sent on only with it, or to the same host.
     *
     * @throws IngotException {@code DENIED} otherwise
     */
    static URI redirected(URI from, String location) {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IngotException(Kind.FAILED, from.getHost() + " sends us to no address; try again later.", e);
        }
        boolean same = "http".equals(scheme(from))
                && "http".equals(scheme(to))
                && Objects.equals(from.getHost(), to.getHost());
        if (to.getHost() == null || !("https".equals(scheme(to)) || same)) {
            throw new IngotException(
                    Kind.DENIED,
                    from.getHost() + " sends us on to " + to
                            + ", without encryption; that is refused. Ask the publisher for an https address.");
        }
        return to;
    }

    /** Where the publisher has put it, should it be gone. */
    static Optional<URI> moved(URI uri) {
        String address = uri.toString();
        return MOVES.stream()
                .filter(m -> address.startsWith(m.from))
                .map(m -> URI.create(m.to + address.substring(m.from.length())))
                .findFirst();
    }

    static boolean isEncrypted(URI uri) {
        return "https".equals(scheme(uri));
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }
}
