package io.github.ingotvm.service.install;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.osinfo.InstallMedium;
import io.github.ingotvm.osinfo.Medium;
import io.github.ingotvm.osinfo.OperatingSystem;
import io.github.ingotvm.osinfo.OsLibrary;
import io.github.ingotvm.osinfo.Recognition;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The operating systems that Ingot knows, and which of them is on a disc. */
public final class Systems {
    private final OsLibrary library;

    public Systems(OsLibrary library) {
        this.library = library;
    }

    /** Those of this computer's database and those that Ingot knows itself. Needs no hypervisor. */
    public static Systems of(Map<String, String> environment) {
        return new Systems(OsLibrary.of(environment));
    }

    /** All of them, by name, the newest version of each first; those that have all words of the search in name, id or vendor's id. */
    public List<SystemView> list(String search) {
        List<String> words = List.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return library.all().stream()
                .filter(os -> words.stream().allMatch(w -> text(os).contains(w)))
                .sorted(Comparator.comparing(OperatingSystem::distro)
                        .thenComparing(
                                os -> os.released().map(d -> -d.toEpochDay()).orElse(Long.MAX_VALUE))
                        .thenComparing(OperatingSystem::name))
                .map(SystemView::of)
                .toList();
    }

    private static String text(OperatingSystem os) {
        return String.join(" ", os.name(), os.shortId(), String.join(" ", os.aliases()), os.codename(), os.id())
                .toLowerCase(Locale.ROOT);
    }

    /** {@code NOT_FOUND} when there is no system of this id. */
    public SystemView show(String id) {
        return SystemView.of(named(Optional.of(id)).orElseThrow());
    }

    /**
     * What is on a disc.
     *
     * @param label of the disc
     * @param bootable whether a machine can boot from it
     * @param arch the architecture it is for; empty when nothing was recognised
     * @param name of the edition, or else of the system; empty when nothing was recognised
     * @param live whether it boots into the system itself
     * @param system empty when nothing was recognised
     * @param others further systems that it might be
     */
    public record Detected(
            String label,
            boolean bootable,
            String arch,
            String name,
            boolean live,
            Optional<SystemView> system,
            List<SystemView> others) {}

    /** Looks at a disc image, which may be compressed or the first of several parts. {@code INVALID} when it is none. */
    public Detected detect(Path file) {
        Medium medium = Medium.read(file);
        List<Recognition> found = library.candidates(medium);
        Optional<Recognition> best = found.stream().findFirst();
        return new Detected(
                medium.volume(),
                medium.bootable(),
                best.map(Recognition::medium).map(InstallMedium::arch).orElse(""),
                best.map(Recognition::name).orElse(""),
                best.map(Recognition::medium).filter(InstallMedium::live).isPresent(),
                best.map(Recognition::os).map(SystemView::of),
                found.stream()
                        .map(Recognition::os)
                        .distinct()
                        .skip(1)
                        .filter(os -> !os.isCatchAll())
                        .map(SystemView::of)
                        .toList());
    }

    /**
     * The system on a disc that a machine shall be installed from.
     *
     * @param arch of the machine
     * @throws IngotException {@code INVALID} when that cannot be, saying why
     */
    Optional<Recognition> onDisc(Path file, String arch) {
        Medium medium = Medium.read(file);
        medium.requireInstallable();
        Optional<Recognition> found = library.recognise(medium);
        found.ifPresent(f -> requireArch(file, f.medium().arch(), arch));
        return found;
    }

    private static void requireArch(Path file, String wants, String arch) {
        boolean runs = wants.equals(arch) || wants.equals("all") || (wants.equals("i686") && arch.equals("x86_64"));
        if (!runs) {
            throw new IngotException(
                    Kind.INVALID,
                    file + " is for computers with " + wants + ", and this host runs " + arch + "; choose a disc for "
                            + arch + ".");
        }
    }

    /** Whether there is a system of this id here. */
    boolean isKnown(String id) {
        return library.find(id).isPresent();
    }

    /** The short id of the system that an appliance says it has; empty when that is not clear. */
    Optional<String> declared(String words) {
        return library.declared(words).map(OperatingSystem::shortId);
    }

    /** {@code NOT_FOUND} when the user names a system that nobody knows. */
    Optional<OperatingSystem> named(Optional<String> id) {
        return id.map(i -> library.find(i)
                .orElseThrow(() -> new IngotException(
                        Kind.NOT_FOUND,
                        "There is no operating system \"" + i + "\"; `ingot os list` shows those that are known.")));
    }
}
