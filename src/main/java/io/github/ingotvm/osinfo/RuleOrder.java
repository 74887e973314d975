package io.github.ingotvm.osinfo;

import io.github.ingotvm.osinfo.OperatingSystem.Stage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Which rule is believed where several fit a disc: libosinfo leaves that open. A rule for one architecture before one for all, for a
 * release before one for what goes on for ever or is a catch-all of the database ("RHEL 9 Unknown"), one that asks more before one that
 * asks less, and the newest system last released before older ones.
 */
final class RuleOrder {
    /** A medium of a system, and where they are in the lists. */
    record Ranked(OperatingSystem os, int osIndex, InstallMedium medium, int mediumIndex) {}

    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparing((Ranked r) -> isFallback(r))
            .thenComparing(r -> r.os().isCatchAll())
            .thenComparing(r -> r.medium().rule().volumeSize() == 0)
            .thenComparing(r -> -r.medium().rule().fields())
            .thenComparing(r -> r.os().stage() != Stage.RELEASED)
            .thenComparing(r -> r.os().released().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(r -> -r.medium().rule().volume().length())
            .thenComparing(r -> r.os().id())
            .thenComparing(Ranked::mediumIndex);

    private RuleOrder() {}

    static List<Ranked> sort(List<Ranked> rules) {
        return rules.stream().sorted(BEST_FIRST).toList();
    }

    private static boolean isFallback(Ranked rule) {
        return rule.medium().arch().equals(Needs.ANY_ARCH) || rule.os().stage() == Stage.ROLLING;
    }
}
