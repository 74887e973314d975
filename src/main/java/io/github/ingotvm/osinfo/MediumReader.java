package io.github.ingotvm.osinfo;

import io.github.ingotvm.format.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a {@code <media>} of the database. */
final class MediumReader {
    private MediumReader() {}

    /** @param variantNames names of the system's editions by id */
    static InstallMedium read(XmlElement media, Map<String, String> variantNames) {
        List<String> variants = media.children("variant")
                .flatMap(v -> v.attribute("id").stream())
                .toList();
        String name = variants.size() == 1 ? variantNames.getOrDefault(variants.get(0), "") : "";
        return new InstallMedium(
                media.attribute("arch").orElse(Needs.ANY_ARCH),
                name,
                is(media, "live", false),
                is(media, "installer", true),
                is(media, "installer-script", true),
                media.attribute("installer-reboots")
                        .flatMap(MediumReader::number)
                        .map(Long::intValue)
                        .orElse(0),
                is(media, "eject-after-install", true),
                variants,
                media.text("url").orElse(""),
                media.text("kernel").orElse(""),
                media.text("initrd").orElse(""),
                new MediumRule(
                        media.text("iso", "volume-id").orElse(""),
                        media.text("iso", "system-id").orElse(""),
                        media.text("iso", "publisher-id").orElse(""),
                        media.text("iso", "application-id").orElse(""),
                        media.text("iso", "volume-size")
                                .flatMap(MediumReader::number)
                                .orElse(0L)));
    }

    private static boolean is(XmlElement media, String attribute, boolean otherwise) {
        return media.attribute(attribute).map("true"::equals).orElse(otherwise);
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text)).filter(n -> n > 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
