package io.github.ingotvm.download;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A disc or disk image that a publisher offers.
 *
 * @param name what is typed for it: the system's id, and where there are several, the edition: {@code debian12/netinst}
 * @param osId short osinfo id
 * @param title for people: {@code Debian 12}
 * @param edition {@code netinst}, {@code server}, {@code cloud}, …; empty when there is but one
 * @param distro as the osinfo database spells it
 * @param arch {@code x86_64}, …
 * @param kind what is in the file
 * @param uri where it is; always https
 * @param released when the system came out
 * @param endOfLife until when it gets updates
 */
public record Offer(
        String name,
        String osId,
        String title,
        String edition,
        String distro,
        String arch,
        Kind kind,
        URI uri,
        Optional<LocalDate> released,
        Optional<LocalDate> endOfLife) {
    private static final int YEARS = 5;

    /** What is in the file. */
    public enum Kind {
        /** A disc that the system is installed from. */
        DISC,
        /** A disc that boots into the system itself. */
        LIVE,
        /** A disk with the system on it. */
        IMAGE,
        /** A disk with the system on it that gets its user and keys from cloud-init. */
        CLOUD_IMAGE
    }

    /** Whether the system still gets updates, as far as anybody says; else whether it is young enough. */
    public boolean isCurrent(LocalDate today) {
        return endOfLife
                .map(end -> !end.isBefore(today))
                .orElseGet(() ->
                        released.map(r -> r.isAfter(today.minusYears(YEARS))).orElse(true));
    }
}
