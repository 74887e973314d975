package io.github.ingotvm.osinfo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What the day on which a disc of Windows was made tells where its label does not: a disc of 2020 cannot hold Windows 11, though Windows
 * 10 and 11 have one label. Systems that came after a disc go behind those that were there, so a day that is wrong hides nothing.
 */
final class Age {
    /** Days for which finished systems lie until they are released: Windows 11 lay for 122, Windows Server 2025 for 214. */
    private static final int WAIT = 130;

    private static final int WAIT_OF_SERVERS = 240;

    private Age() {}

    /** @param found the best first */
    static List<Recognition> ordered(List<Recognition> found, Medium medium) {
        boolean windows = !found.isEmpty() && found.get(0).os().isWindows();
        return medium.made()
                .filter(day -> windows)
                .map(day -> found.stream()
                        .sorted(Comparator.comparingLong((Recognition r) -> daysTooEarly(r.os(), day)))
                        .toList())
                .orElse(found);
    }

    /** 0 where the system was there, or may have been. */
    private static long daysTooEarly(OperatingSystem os, LocalDate made) {
        return os.released()
                .map(day -> Math.max(0, day.toEpochDay() - wait(os) - made.toEpochDay()))
                .orElse(0L);
    }

    private static int wait(OperatingSystem os) {
        return os.shortId().startsWith("win2k") ? WAIT_OF_SERVERS : WAIT;
    }
}
