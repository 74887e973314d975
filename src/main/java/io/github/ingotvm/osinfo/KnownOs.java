package io.github.ingotvm.osinfo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an operating system wants. A short list by volume label, until the osinfo database is read.
 *
 * @param id osinfo short id
 * @param name for people
 * @param memory bytes that make it pleasant
 * @param disk bytes
 * @param legacyDevices whether it lacks virtio drivers
 * @param lastReboot which reboot ends the installation; 0 when not known
 */
public record KnownOs(String id, String name, long memory, long disk, boolean legacyDevices, int lastReboot) {
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /** What an unknown system gets. */
    public static final KnownOs UNKNOWN = new KnownOs("", "", 2 * GIB, 20 * GIB, false, 0);

    private record Rule(Pattern label, KnownOs os) {}

    private static final List<Rule> RULES = List.of(
            rule("INGOT_DEMO", new KnownOs("ingot-demo", "Ingot Demo", 64 * MIB, GIB, false, 1)),
            rule("Debian .*", new KnownOs("debian", "Debian", 2 * GIB, 20 * GIB, false, 0)),
            rule("Ubuntu.*", new KnownOs("ubuntu", "Ubuntu", 4 * GIB, 25 * GIB, false, 0)),
            rule("Fedora.*", new KnownOs("fedora", "Fedora", 4 * GIB, 20 * GIB, false, 0)),
            rule(
                    "(?:CentOS|RHEL|AlmaLinux|Rocky).*",
                    new KnownOs("rhel", "Enterprise Linux", 4 * GIB, 20 * GIB, false, 0)),
            rule("(?:openSUSE|SLE).*", new KnownOs("opensuse", "openSUSE", 2 * GIB, 25 * GIB, false, 0)),
            rule("ARCH_.*", new KnownOs("archlinux", "Arch Linux", 2 * GIB, 20 * GIB, false, 0)),
            rule("alpine.*", new KnownOs("alpinelinux", "Alpine Linux", 512 * MIB, 4 * GIB, false, 0)),
            rule(
                    "(?:CCCOMA|CPBA|CENA|ESD-ISO|SSS_X64|J_CCSA).*",
                    new KnownOs("win10", "Windows", 4 * GIB, 64 * GIB, true, 0)),
            rule(".*(?:FREEBSD|OPENBSD|NETBSD).*", new KnownOs("bsd", "BSD", GIB, 16 * GIB, false, 0)));

    private static Rule rule(String label, KnownOs os) {
        return new Rule(Pattern.compile(label, Pattern.CASE_INSENSITIVE), os);
    }

    /** The system on a medium; {@link #UNKNOWN} when none fits. */
    public static KnownOs on(Medium medium) {
        return RULES.stream()
                .filter(r -> r.label().matcher(medium.label()).matches())
                .map(Rule::os)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The system of this id. */
    public static Optional<KnownOs> byId(String id) {
        return RULES.stream().map(Rule::os).filter(o -> o.id().equals(id)).findFirst();
    }
}
