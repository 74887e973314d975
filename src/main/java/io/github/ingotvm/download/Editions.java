package io.github.ingotvm.download;

import io.github.ingotvm.osinfo.InstallMedium;
import io.github.ingotvm.osinfo.OperatingSystem;
import io.github.ingotvm.osinfo.OperatingSystem.ReadyImage;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be fetched of one system, each under a name of its own. */
final class Editions {
    /** What files without a variant are called by their own names, in this order. */
    private static final List<String> WORDS = List.of("netinst", "dvd", "cd", "net", "server", "desktop", "minimal");

    private final OperatingSystem os;
    private final List<Offer> offers = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<URI> seen = new HashSet<>();

    private Editions(OperatingSystem os) {
        this.os = os;
    }

    /** Discs first, in the database's order; then images. */
    static List<Offer> of(OperatingSystem os) {
        Editions editions = new Editions(os);
        os.media().forEach(editions::add);
        os.images().forEach(editions::add);
        return editions.offers;
    }

    private void add(InstallMedium medium) {
        secure(medium.url())
                .ifPresent(uri -> add(
                        uri,
                        medium.variants().isEmpty()
                                ? word(uri, medium.live() ? "live" : "disc")
                                : medium.variants().get(0),
                        medium.name().isEmpty() ? os.name() : medium.name(),
                        medium.arch(),
                        medium.live() ? Offer.Kind.LIVE : Offer.Kind.DISC));
    }

    private void add(ReadyImage image) {
        secure(image.url())
                .ifPresent(uri -> add(
                        uri,
                        image.cloudInit() ? "cloud" : "image",
                        os.name(),
                        image.arch(),
                        image.cloudInit() ? Offer.Kind.CLOUD_IMAGE : Offer.Kind.IMAGE));
    }

    private void add(URI uri, String edition, String title, String arch, Offer.Kind kind) {
        if (!seen.add(uri)) {
            return;
        }
        String free = edition;
        for (int n = 2; !taken.add(arch + "/" + free); n++) {
            free = edition + "-" + n;
        }
        offers.add(new Offer(
                os.shortId() + "/" + free,
                os.shortId(),
                title,
                free,
                os.distro(),
                arch,
                kind,
                uri,
                os.released(),
                os.endOfLife()));
    }

    private static String word(URI uri, String otherwise) {
        String file = FileNames.of(uri).toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(w -> file.matches(".*[-_.]" + w + "[-_.\\d].*"))
                .findFirst()
                .orElse(otherwise);
    }

    /** What the database has without encryption is asked for with it: every publisher of today answers so. */
    private static Optional<URI> secure(String address) {
        if (!address.startsWith("http://") && !address.startsWith("https://")) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(address.replaceFirst("^http://", "https://"));
            return Optional.of(uri).filter(u -> u.getHost() != null && u.getPath() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
