package io.github.ingotvm.libvirt.xml;

import java.util.Locale;
import org.w3c.dom.Element;

/** Sizes with libvirt's units. */
final class Bytes {
    private Bytes() {}

    /** The element's number in bytes; {@code fallback} is the unit where the element names none. */
    static long of(Element element, String fallback) {
        String unit = Xml.attribute(element, "unit").orElse(fallback);
        try {
            return Math.multiplyExact(Long.parseLong(element.getTextContent().strip()), factor(unit));
        } catch (NumberFormatException | ArithmeticException e) {
            throw Xml.invalid("“" + element.getTextContent() + "” is no size.", e);
        }
    }

    static void set(Element element, long bytes) {
        element.setAttribute("unit", "KiB");
        element.setTextContent(Long.toString(bytes / 1024));
    }

    private static long factor(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "b", "byte", "bytes" -> 1L;
            case "kb" -> 1_000L;
            case "k", "kib" -> 1L << 10;
            case "mb" -> 1_000_000L;
            case "m", "mib" -> 1L << 20;
            case "gb" -> 1_000_000_000L;
            case "g", "gib" -> 1L << 30;
            case "tb" -> 1_000_000_000_000L;
            case "t", "tib" -> 1L << 40;
            default -> throw Xml.invalid("“" + unit + "” is no unit of size.", null);
        };
    }
}
