package io.github.ingotvm.download;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.osinfo.OperatingSystem;
import io.github.ingotvm.osinfo.OsLibrary;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be fetched: the addresses of the osinfo database and of Ingot's own addition to it. */
public final class Catalogue {
    private final OsLibrary library;

    Catalogue(OsLibrary library) {
        this.library = library;
    }

    /**
     * Those that have all words of the search in their name, title, edition or architecture; the newest system of each kind first.
     *
     * @param arch empty for all
     */
    public List<Offer> list(String search, Optional<String> arch) {
        List<String> words = List.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return library.all().stream()
                .sorted(Comparator.comparing(OperatingSystem::distro)
                        .thenComparing(
                                os -> os.released().map(d -> -d.toEpochDay()).orElse(Long.MAX_VALUE))
                        .thenComparing(OperatingSystem::name))
                .flatMap(os -> Editions.of(os).stream())
                .filter(o -> arch.isEmpty() || arch.get().equals(o.arch()))
                .filter(o -> words.stream().allMatch(text(o)::contains))
                .toList();
    }

    private static String text(Offer offer) {
        return String.join(" ", offer.name(), offer.title(), offer.edition(), offer.arch(), offer.distro())
                .toLowerCase(Locale.ROOT);
    }

    /**
     * What a name stands for: an edition ({@code debian12/netinst}), or a system, whose first edition is meant then.
     *
     * @param arch of the machine it is for
     * @throws IngotException {@code NOT_FOUND} when there is no such system, or nothing to fetch of it
     */
    public Offer find(String name, String arch) {
        int slash = name.indexOf('/');
        String system = slash < 0 ? name : name.substring(0, slash);
        String edition = slash < 0 ? "" : name.substring(slash + 1);
        OperatingSystem os = library.find(system)
                .orElseThrow(() -> new IngotException(
                        Kind.NOT_FOUND,
                        "There is no operating system \"" + system + "\"; `ingot download list` shows what can be"
                                + " fetched."));
        List<Offer> all = Editions.of(os);
        List<Offer> here = all.stream().filter(o -> o.arch().equals(arch)).toList();
        if (here.isEmpty()) {
            throw new IngotException(
                    Kind.NOT_FOUND,
                    all.isEmpty()
                            ? "There is no address to fetch " + os.name()
                                    + " from; get its disc from its publisher, and create the machine from that file."
                            : "There is nothing of " + os.name() + " for " + arch + "; there is for "
                                    + String.join(
                                            ", ",
                                            all.stream()
                                                    .map(Offer::arch)
                                                    .distinct()
                                                    .toList())
                                    + ".");
        }
        return here.stream()
                .filter(o -> edition.isEmpty() || o.edition().equalsIgnoreCase(edition))
                .findFirst()
                .orElseThrow(() -> new IngotException(
                        Kind.NOT_FOUND,
                        "There is no \"" + edition + "\" of " + os.name() + "; there is "
                                + String.join(
                                        ", ", here.stream().map(Offer::name).toList()) + "."));
    }
}
