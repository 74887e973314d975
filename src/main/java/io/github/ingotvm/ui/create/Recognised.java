package io.github.ingotvm.ui.create;

import io.github.ingotvm.service.install.Installer;
import io.github.ingotvm.service.install.SystemView;
import io.github.ingotvm.service.install.Systems;
import io.github.ingotvm.ui.common.Formats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found in the chosen file, in words.
 *
 * @param title the system, or else the file
 * @param facts version, architecture, what kind of file it is
 * @param system its distribution as the osinfo database spells it; empty when nothing was recognised
 * @param image whether it is a disk image rather than a disc
 */
record Recognised(String title, String facts, Optional<String> system, boolean image) {
    /**
     * @param detected of a disc
     * @param installed what was found inside an image
     * @param declared the system that an appliance says it has; or empty
     */
    static Recognised of(
            Installer.Source source,
            long size,
            Optional<Systems.Detected> detected,
            Optional<Inside> installed,
            String declared) {
        String file = String.valueOf(source.file().getFileName());
        if (installed.isPresent()) {
            Inside inside = installed.get();
            String arch =
                    inside.system().arch().isEmpty() ? "" : inside.system().arch() + "  ·  ";
            return new Recognised(
                    inside.system().name(),
                    arch + file + "  ·  " + Formats.size(size) + "  ·  it is copied, and stays as it is",
                    inside.distro(),
                    true);
        }
        if (source instanceof Installer.Source.Image) {
            return new Recognised(
                    file,
                    Formats.size(size) + "  ·  a disk image; it is copied, and stays as it is"
                            + (declared.isEmpty() ? "" : "  ·  says that it has " + declared),
                    Optional.empty(),
                    true);
        }
        Optional<SystemView> system = detected.flatMap(Systems.Detected::system);
        if (system.isEmpty()) {
            return new Recognised(
                    file,
                    Formats.size(size) + "  ·  an installation disc; its system is not known to Ingot",
                    Optional.empty(),
                    false);
        }
        return new Recognised(
                detected.map(Systems.Detected::name).orElse(file),
                String.join("  ·  ", facts(detected.get(), system.get(), source.file(), size)),
                Optional.of(system.get().distro()),
                false);
    }

    private static List<String> facts(Systems.Detected detected, SystemView system, Path file, long size) {
        List<String> facts = new ArrayList<>();
        if (!system.version().isEmpty() && !detected.name().contains(system.version())) {
            facts.add("version " + system.version());
        }
        if (!detected.arch().isEmpty() && !detected.arch().equals("all")) {
            facts.add(detected.arch());
        }
        if (detected.live()) {
            facts.add("live");
        }
        facts.add(String.valueOf(file.getFileName()));
        facts.add(Formats.size(size));
        return facts;
    }
}
