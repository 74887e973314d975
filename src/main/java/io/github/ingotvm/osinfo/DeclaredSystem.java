package io.github.ingotvm.osinfo;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The system that an appliance says it has, in the words of VMware ({@code debian12_64Guest}), VirtualBox ({@code Windows11_64}), the
 * DMTF ({@code Microsoft Windows Server 2019 (64-bit)}) or people. Where only a family is told there is none: its newest version would be a guess.
 */
final class DeclaredSystem {
    /** In this order: VMware's names count Windows by its kernel, and end in what came after them. */
    private static final Map<Pattern, String> WINDOWS = new LinkedHashMap<>();

    /** What makers call a distribution, and how its short ids begin. */
    private static final Map<Pattern, String> DISTROS = new LinkedHashMap<>();

    static {
        windows("windows ?2022srvnext", "win2k25");
        windows("windows ?2019srvnext", "win2k22");
        windows("windows ?9server", "win2k16");
        windows("windows ?8server", "win2k12");
        windows("windows ?7server", "win2k8r2");
        windows("windows ?9(?:_64)?guest", "win10");
        windows("windows ?(?:server )?2025", "win2k25");
        windows("windows ?(?:server )?2022", "win2k22");
        windows("windows ?(?:server )?2019", "win2k19");
        windows("windows ?(?:server )?2016", "win2k16");
        windows("windows ?(?:server )?2012 ?r2", "win2k12r2");
        windows("windows ?(?:server )?2012", "win2k12");
        windows("windows ?(?:server )?2008 ?r2", "win2k8r2");
        windows("windows ?(?:server )?2008", "win2k8");
        windows("windows ?11", "win11");
        windows("windows ?10", "win10");
        windows("windows ?8[._]?1", "win8.1");
        windows("windows ?8", "win8");
        windows("windows ?7", "win7");
        windows("windows ?vista|winvista", "winvista");
        windows("windows ?xp|winxp", "winxp");
        distro("debian(?: gnu/linux)?", "debian");
        distro("ubuntu(?: linux)?", "ubuntu");
        distro("fedora(?: linux)?", "fedora");
        distro("alma ?linux", "almalinux");
        distro("rocky ?linux", "rocky");
        distro("centos(?: linux)?", "centos");
        distro("oracle ?linux", "ol");
        distro("rhel|red ?hat(?: enterprise linux)?", "rhel");
        distro("opensuse(?:[ _]leap)?", "opensuse");
        distro("freebsd", "freebsd");
        distro("alpine(?: linux)?", "alpinelinux");
    }

    private DeclaredSystem() {}

    private static void windows(String words, String id) {
        WINDOWS.put(Pattern.compile(words), id);
    }

    private static void distro(String words, String prefix) {
        DISTROS.put(
                Pattern.compile("(?:" + words + ")[ _-]?(\\d{1,2}(?:\\.\\d{1,2})?)(?![\\d.]|[ _-]?(?:64|32)?-?bit)"),
                prefix);
    }

    /** @param words all that is said of it */
    static Optional<OperatingSystem> in(OsIndex index, String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        for (Map.Entry<Pattern, String> each : WINDOWS.entrySet()) {
            if (each.getKey().matcher(plain).find()) {
                return index.systems()
                        .filter(os -> os.isCalled(each.getValue()))
                        .findFirst();
            }
        }
        for (Map.Entry<Pattern, String> each : DISTROS.entrySet()) {
            Matcher told = each.getKey().matcher(plain);
            while (told.find()) {
                Optional<OperatingSystem> found = version(index, each.getValue(), told.group(1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** That very version; of a main version the first, which needs no more than the later ones. */
    private static Optional<OperatingSystem> version(OsIndex index, String prefix, String version) {
        return index.systems()
                .filter(os -> os.isCalled(prefix + version)
                        || (!version.contains(".") && os.shortId().matches(prefix + version + "\\.\\d+")))
                .min(Comparator.comparing((OperatingSystem os) -> !os.isCalled(prefix + version))
                        .thenComparing(
                                os -> os.released().map(d -> d.toEpochDay()).orElse(Long.MAX_VALUE)));
    }
}
