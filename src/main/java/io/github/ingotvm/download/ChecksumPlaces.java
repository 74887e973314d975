package io.github.ingotvm.download;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where publishers say what their files hash to. */
final class ChecksumPlaces {
    /**
     * A file with checksums.
     *
     * @param own whether it is about one file alone
     */
    record Place(URI uri, boolean own) {}

    private static final Pattern FEDORA = Pattern.compile(
            "Fedora-(\\w+)(?:-\\w+)*?-(?:(?<a1>x86_64|aarch64)-)?(?<v>\\d+-[\\d.]*\\d)(?:\\.(?<a2>x86_64|aarch64))?\\.\\w+");
    private static final Pattern FREEBSD = Pattern.compile("(FreeBSD-[\\d.]+-\\w+-\\w+)-\\w+\\.iso");

    private ChecksumPlaces() {}

    /** The likeliest first. For publishers whose ways are known, only theirs. */
    static List<Place> of(URI file) {
        String host = file.getHost().toLowerCase(Locale.ROOT);
        String name = FileNames.of(file);
        List<Place> places = new ArrayList<>();
        if (host.endsWith("fedoraproject.org")) {
            Matcher m = FEDORA.matcher(name);
            if (m.matches()) {
                String arch = m.group("a1") != null ? m.group("a1") : m.group("a2");
                URI folder = URI.create(file.toString()
                        // The sums are asked of the publisher, the file of a mirror.
                        .replace("https://download.fedoraproject.org/", "https://dl.fedoraproject.org/"));
                beside(places, folder, "Fedora-" + m.group(1) + "-" + m.group("v") + "-" + arch + "-CHECKSUM");
            }
        } else if (host.endsWith("freebsd.org")) {
            Matcher m = FREEBSD.matcher(name);
            beside(places, file, m.matches() ? "CHECKSUM.SHA512-" + m.group(1) : "CHECKSUM.SHA512");
            beside(places, file, m.matches() ? "CHECKSUM.SHA256-" + m.group(1) : "CHECKSUM.SHA256");
        } else if (host.endsWith("debian.org")) {
            beside(places, file, "SHA512SUMS");
            beside(places, file, "SHA256SUMS");
        } else if (host.endsWith("ubuntu.com")) {
            beside(places, file, "SHA256SUMS");
        } else if (host.endsWith("rockylinux.org")) {
            own(places, file, ".CHECKSUM");
            beside(places, file, "CHECKSUM");
        } else if (host.endsWith("almalinux.org")) {
            beside(places, file, "CHECKSUM");
        } else if (host.endsWith("centos.org")) {
            own(places, file, ".SHA256SUM");
            beside(places, file, "CHECKSUM");
        } else if (host.endsWith("pkgbuild.com")) {
            own(places, file, ".SHA256");
            beside(places, file, "sha256sums.txt");
        } else {
            own(places, file, ".sha256");
            own(places, file, ".sha512");
            beside(places, file, "SHA256SUMS");
            beside(places, file, "SHA512SUMS");
        }
        return places;
    }

    private static void beside(List<Place> places, URI file, String name) {
        places.add(new Place(file.resolve(name), false));
    }

    private static void own(List<Place> places, URI file, String suffix) {
        String query = file.getRawQuery() == null ? "" : "?" + file.getRawQuery();
        places.add(new Place(
                URI.create(file.getScheme() + "://" + file.getRawAuthority() + file.getRawPath() + suffix + query),
                true));
    }
}
