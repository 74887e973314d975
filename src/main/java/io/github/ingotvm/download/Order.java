package io.github.ingotvm.download;

import java.net.URI;
import java.util.Optional;

/**
 * A file that is wanted.
 *
 * @param title for people
 * @param checksum as the user gives it; empty to ask the publisher for it
 */
public record Order(String title, URI uri, Optional<Checksum> checksum) {
    public static Order of(Offer offer) {
        return new Order(offer.title(), offer.uri(), Optional.empty());
    }

    /** @throws io.github.ingotvm.model.IngotException {@code INVALID} for what is no address of a file that can be fetched */
    public static Order of(String address, Optional<Checksum> checksum) {
        URI uri = Addresses.parse(address);
        return new Order(FileNames.of(uri), uri, checksum);
    }
}
