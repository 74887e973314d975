package io.github.ingotvm.ui.create;

import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.download.Held;
import io.github.ingotvm.download.Offer;
import io.github.ingotvm.download.Order;
import io.github.ingotvm.ui.common.Formats;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that can be fetched, or was.
 *
 * @param facts edition, kind and publisher
 * @param distro as the osinfo database spells it
 * @param arch empty where it is not known
 * @param order empty for a file whose origin is not known
 * @param held what there is of it
 * @param current whether it is shown before anything was searched for
 */
record CatalogueItem(
        String title,
        String facts,
        String distro,
        String arch,
        Optional<Order> order,
        Optional<Held> held,
        boolean current) {
    /** What is here first, then the publishers' offers, the newest of each system first. Reads the database: not for the window's thread. */
    static List<CatalogueItem> all(Downloads downloads) {
        Map<String, Held> held = new HashMap<>();
        List<CatalogueItem> items = new ArrayList<>();
        downloads.held().forEach(h -> h.uri().ifPresentOrElse(u -> held.put(u, h), () -> items.add(of(h))));
        LocalDate today = LocalDate.now(java.time.ZoneId.systemDefault());
        for (Offer offer : downloads.catalogue().list("", Optional.empty())) {
            items.add(of(offer, Optional.ofNullable(held.remove(offer.uri().toString())), today));
        }
        held.forEach((uri, h) -> items.add(of(h)));
        // A stable order: what was equal stays as the catalogue has it.
        items.sort(Comparator.comparing(i -> i.held().isEmpty()));
        return items;
    }

    private static CatalogueItem of(Offer offer, Optional<Held> held, LocalDate today) {
        return new CatalogueItem(
                offer.title(),
                offer.edition() + "  ·  " + kind(offer) + "  ·  "
                        + held.map(CatalogueItem::state).orElse(offer.uri().getHost()),
                offer.distro(),
                offer.arch(),
                Optional.of(Order.of(offer)),
                held,
                offer.isCurrent(today));
    }

    private static CatalogueItem of(Held held) {
        Optional<Order> order = held.uri().map(u -> Order.of(u, Optional.empty()));
        String from = held.uri().map(u -> "  ·  " + URI.create(u).getHost()).orElse("");
        return new CatalogueItem(held.name(), state(held) + from, "", "", order, Optional.of(held), true);
    }

    /** An address that was typed in place of words to search for. */
    static Optional<CatalogueItem> typed(String text) {
        if (!text.strip().matches("(?i)https?://.*")) {
            return Optional.empty();
        }
        try {
            Order order = Order.of(text, Optional.empty());
            return Optional.of(new CatalogueItem(
                    order.title(),
                    "from " + order.uri().getHost(),
                    "",
                    "",
                    Optional.of(order),
                    Optional.empty(),
                    true));
        } catch (io.github.ingotvm.model.IngotException e) {
            return Optional.empty();
        }
    }

    private static String kind(Offer offer) {
        return switch (offer.kind()) {
            case DISC -> "installation disc";
            case LIVE -> "live disc";
            case IMAGE -> "disk image";
            case CLOUD_IMAGE -> "cloud image";
        };
    }

    private static String state(Held held) {
        return Formats.size(held.size()) + (held.whole() ? " here already" : " here; goes on there");
    }

    /** Whether it has all words in what is shown of it. */
    boolean has(List<String> words) {
        String text = (title + " " + facts + " " + distro + " " + arch + " "
                        + order.map(o -> o.uri().toString()).orElse(""))
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}
