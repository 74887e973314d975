package io.github.ingotvm.download;

import io.github.ingotvm.download.Checksum.Algorithm;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.osinfo.OsLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches what publishers offer, proves it where they say how, and keeps it. Safe to use from several threads. */
public final class Downloads {
    private final Catalogue catalogue;
    private final Cache cache;
    private final Fetcher fetcher;
    private final Sums sums;

    Downloads(OsLibrary library, Path folder, Proxies proxies, DownloadLimits limits, Pause pause) {
        Wire wire = new Wire(proxies, limits.silence());
        this.catalogue = new Catalogue(library);
        this.cache = new Cache(folder);
        this.fetcher = new Fetcher(new Receiver(wire, limits), wire::who, limits, pause);
        this.sums = new Sums(wire, limits);
    }

    /** Into {@code INGOT_DOWNLOADS_DIR}, else {@code $XDG_CACHE_HOME/ingot/downloads}. */
    public static Downloads of(Map<String, String> environment) {
        return new Downloads(
                OsLibrary.of(environment),
                DownloadFolder.of(environment),
                new Proxies(environment),
                DownloadLimits.USUAL,
                Pause.REAL);
    }

    /** The architecture of this computer, as the osinfo database spells it. */
    public static String hostArch() {
        String arch = System.getProperty("os.arch", "");
        return arch.equals("amd64") ? "x86_64" : arch;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Where the files are. */
    public Path folder() {
        return cache.folder();
    }

    /**
     * The file, fetched if it is not here yet. What is here in part is gone on with. A file is under its name only when it is whole, and
     * equals its checksum where there is one.
     *
     * @throws IngotException {@code NOT_FOUND} when it is not there (any more), {@code NO_SPACE}, {@code DENIED} for a redirect that gives up
     *     encryption, {@code WRONG_STATE} while another Ingot fetches it, {@code CANCELLED} (what has come is kept for the next time),
     *     {@code FAILED} when the server cannot be reached or the file is not what its checksum says
     */
    public Fetched fetch(Order order, Progress progress) {
        try {
            cache.make();
            Optional<Sums.Said> said =
                    order.checksum().isPresent() ? Optional.empty() : sums.about(order.uri(), progress);
            Optional<Checksum> wanted = order.checksum().or(() -> said.map(Sums.Said::checksum));
            Proof proof = proof(order, said);
            Optional<Fetched> here = held(order, wanted, proof, progress);
            return here.isPresent() ? here.get() : fetch(order, wanted, proof, progress);
        } catch (IOException e) {
            throw new IngotException(
                    Kind.FAILED, "Nothing can be kept in " + cache.folder() + "; check its permissions and space.", e);
        }
    }

    /** What is here already. */
    private Optional<Fetched> held(Order order, Optional<Checksum> wanted, Proof proof, Progress progress) {
        return cache.whole(order.uri())
                .filter(h -> isWanted(h, wanted, progress))
                .map(h ->
                        new Fetched(h.file(), h.size(), false, h.checksum().orElseThrow(), proof.orFormer(h.source())));
    }

    private static Proof proof(Order order, Optional<Sums.Said> said) {
        if (order.checksum().isPresent()) {
            return new Proof(Optional.of(Proof.USER), "It has the checksum that you gave.");
        }
        return said.map(s -> new Proof(
                        Optional.of(s.from().toString()),
                        "It has the checksum that " + s.from().getHost() + " gives for it."))
                .orElseGet(() -> new Proof(
                        Optional.empty(),
                        "No checksum was found for it"
                                + (Addresses.isEncrypted(order.uri()) ? "" : ", and it came without encryption")
                                + ": nothing proves that it is what its publisher made."));
    }

    /** Whether what is here is what is wanted. Without a checksum it is: the publisher's name for it has not changed. */
    private static boolean isWanted(Held held, Optional<Checksum> wanted, Progress progress) {
        if (wanted.isEmpty() || held.checksum().equals(wanted)) {
            return true;
        }
        boolean comparable = held.checksum()
                .filter(c -> c.algorithm() == wanted.get().algorithm())
                .isPresent();
        try {
            return !comparable
                    && Digests.of(held.file(), wanted.get().algorithm(), progress)
                            .equals(wanted.get());
        } catch (IOException e) {
            return false;
        }
    }

    private Fetched fetch(Order order, Optional<Checksum> wanted, Proof proof, Progress progress) throws IOException {
        Path target = cache.place(order.uri());
        try (Part part = Part.open(target, order.uri().toString())) {
            // Another Ingot may have finished it before it was ours to fetch.
            Optional<Fetched> finished = held(order, wanted, proof, progress);
            if (finished.isPresent()) {
                return finished.get();
            }
            boolean resumed = part.size() > 0;
            fetcher.whole(order.uri(), part, wanted.isPresent(), progress);
            Optional<Checksum> found = match(part, wanted, progress);
            if (found.isEmpty() && resumed) {
                // Perhaps the file changed between the parts.
                part.restart();
                fetcher.whole(order.uri(), part, true, progress);
                found = match(part, wanted, progress);
            }
            if (found.isEmpty()) {
                part.discard();
                throw new IngotException(
                        Kind.FAILED,
                        order.title() + " is not what it should be: its checksum is not the one "
                                + (order.checksum().isPresent() ? "you gave" : "its publisher gives")
                                + ". It was thrown away; try again, or another address.");
            }
            cache.remember(target, part.file(), order.uri(), found.get(), proof);
            Files.move(part.file(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            part.forgetJournal();
            return new Fetched(target, part.size(), true, found.get(), proof);
        }
    }

    /** What the part hashes to; empty when that is not what it should. */
    private static Optional<Checksum> match(Part part, Optional<Checksum> wanted, Progress progress)
            throws IOException {
        Algorithm algorithm = wanted.map(Checksum::algorithm).orElse(Algorithm.SHA256);
        return Optional.of(Digests.of(part.file(), algorithm, progress))
                .filter(c -> wanted.isEmpty() || wanted.get().equals(c));
    }

    /** What there is, whole and in part. */
    public List<Held> held() {
        return cache.list();
    }

    /** A file, or what there is of it; {@code NOT_FOUND} when there is none of this name. */
    public Held named(String name) {
        return cache.list().stream()
                .filter(h -> h.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IngotException(
                        Kind.NOT_FOUND,
                        "There is no download \"" + name + "\"; `ingot download files` shows what there is."));
    }

    /**
     * Removes a file, or what there is of it.
     *
     * @throws IngotException {@code NOT_FOUND} when there is none of this name
     */
    public Held remove(String name) {
        Held held = named(name);
        try {
            cache.remove(held);
        } catch (IOException e) {
            throw new IngotException(Kind.DENIED, held.file() + " cannot be removed; check its permissions.", e);
        }
        return held;
    }
}
