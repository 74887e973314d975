package io.github.ingotvm.service.install;

import io.github.ingotvm.osinfo.InstallMedium;
import io.github.ingotvm.osinfo.Needs;
import io.github.ingotvm.osinfo.OperatingSystem;
import io.github.ingotvm.osinfo.OperatingSystem.ReadyImage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operating system, for people.
 *
 * @param id what is typed for it: {@code debian12}
 * @param url what identifies it in the osinfo database
 * @param family {@code linux}, {@code winnt}, {@code freebsd}, …
 * @param distro {@code debian}, {@code win}, …
 * @param stage {@code released}, {@code prerelease} or {@code rolling}
 * @param memory bytes that its makers recommend on a PC; 0 when not known
 * @param disk bytes that its makers recommend; 0 when not known
 * @param downloads where its discs and images for PCs can be had
 */
public record SystemView(
        String id,
        String url,
        String name,
        String version,
        String family,
        String distro,
        String stage,
        Optional<LocalDate> released,
        Optional<LocalDate> endOfLife,
        long memory,
        long disk,
        List<String> downloads) {
    private static final String PC = "x86_64";

    static SystemView of(OperatingSystem os) {
        Needs needs = os.needs(PC);
        return new SystemView(
                os.shortId(),
                os.id(),
                os.name(),
                os.version(),
                os.family(),
                os.distro(),
                os.stage().name().toLowerCase(java.util.Locale.ROOT),
                os.released(),
                os.endOfLife(),
                Math.max(needs.memory(), needs.leastMemory()),
                Math.max(needs.disk(), needs.leastDisk()),
                Stream.concat(
                                os.media().stream()
                                        .filter(m -> m.arch().equals(PC))
                                        .map(InstallMedium::url),
                                os.images().stream()
                                        .filter(i -> i.arch().equals(PC))
                                        .map(ReadyImage::url))
                        .filter(url -> url.startsWith("http"))
                        .distinct()
                        .toList());
    }
}
