package io.github.ingotvm.osinfo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An operating system as the database knows it, with what it inherits from those it derives from.
 *
 * @param id a URL that identifies it for all programs that use the database
 * @param shortId what people type: {@code debian12}
 * @param aliases further short ids
 * @param name for people
 * @param version {@code 12}, {@code 24.04}; empty for systems without
 * @param family {@code linux}, {@code winnt}, {@code freebsd}, …
 * @param distro {@code debian}, {@code win}, …
 * @param codename or empty
 * @param needs by architecture
 * @param devices those it has drivers for; empty when nothing is known
 */
public record OperatingSystem(
        String id,
        String shortId,
        List<String> aliases,
        String name,
        String version,
        String family,
        String distro,
        String codename,
        Optional<LocalDate> released,
        Optional<LocalDate> endOfLife,
        Stage stage,
        List<Needs> needs,
        Set<Device> devices,
        List<FirmwareSupport> firmware,
        List<InstallMedium> media,
        List<ReadyImage> images) {

    /** How far a system is. */
    public enum Stage {
        RELEASED,
        PRERELEASE,
        ROLLING
    }

    /**
     * Whether it boots with a firmware.
     *
     * @param arch {@code x86_64}, …
     * @param type {@code bios} or {@code efi}
     */
    public record FirmwareSupport(String arch, String type, boolean supported) {}

    /**
     * A disk with the system on it, that its makers offer.
     *
     * @param format {@code qcow2}, {@code raw}, …
     * @param cloudInit whether it is told user and keys by cloud-init
     */
    public record ReadyImage(String arch, String format, boolean cloudInit, String url) {}

    public OperatingSystem {
        aliases = List.copyOf(aliases);
        needs = List.copyOf(needs);
        devices = Set.copyOf(devices);
        firmware = List.copyOf(firmware);
        media = List.copyOf(media);
        images = List.copyOf(images);
    }

    /** What it needs on an architecture; {@link Needs#UNKNOWN} where nothing is said. */
    public Needs needs(String arch) {
        Needs any = Needs.UNKNOWN;
        for (Needs some : needs) {
            if (some.arch().equals(arch)) {
                return some;
            }
            if (some.arch().equals(Needs.ANY_ARCH)) {
                any = some;
            }
        }
        return any;
    }

    /** Whether it boots with a firmware, as far as the database says anything about it. */
    public Optional<Boolean> boots(String arch, String type) {
        return firmware.stream()
                .filter(f -> f.arch().equals(arch) && f.type().equals(type))
                .map(FirmwareSupport::supported)
                .findFirst();
    }

    public boolean isWindows() {
        return family.equals("winnt") || family.equals("win9x") || family.equals("win16");
    }

    /** Whether it stands for all versions that the database does not know: "RHEL 9 Unknown". */
    public boolean isCatchAll() {
        return shortId.endsWith("unknown");
    }

    boolean isCalled(String name) {
        return shortId.equalsIgnoreCase(name) || id.equals(name) || aliases.contains(name);
    }
}
