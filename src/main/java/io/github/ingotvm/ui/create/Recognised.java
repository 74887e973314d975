package io.github.ingotvm.ui.create;

import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.SystemView;
import io.github.ingotvm.service.install.Systems;
import io.github.ingotvm.ui.common.Formats;
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
    static Recognised of(Looked looked) {
        String file = String.valueOf(looked.source().file().getFileName());
        String size = Formats.size(looked.size());
        if (looked.named().isPresent()) {
            return named(looked.named().get(), looked, file + "  ·  " + size);
        }
        if (looked.source() instanceof InstallRequest.Source.Image) {
            return looked.inside().map(i -> inside(i, file, size)).orElseGet(() -> image(looked, file, size));
        }
        Optional<SystemView> system = looked.detected().flatMap(Systems.Detected::system);
        if (system.isEmpty()) {
            return new Recognised(
                    file,
                    size + packed(looked) + "  ·  an installation disc; its system is not known to Ingot",
                    Optional.empty(),
                    false);
        }
        Systems.Detected detected = looked.detected().get();
        return new Recognised(
                detected.name(),
                String.join("  ·  ", facts(detected, system.get(), file, size)) + packed(looked),
                Optional.of(system.get().distro()),
                false);
    }

    private static Recognised named(SystemView system, Looked looked, String file) {
        boolean image = looked.isImage();
        return new Recognised(
                system.name(),
                "chosen by you  ·  " + file + (image ? "  ·  the file stays as it is" : packed(looked)),
                Optional.of(system.distro()),
                image);
    }

    /** What a drive cannot read as it is. */
    private static String packed(Looked looked) {
        long unpacked = looked.proposal().need().least();
        return unpacked == 0 ? "" : " (" + Formats.size(unpacked) + " unpacked)";
    }

    /** What is installed on it was looked for. */
    private static Recognised inside(Inside inside, String file, String size) {
        String arch = inside.system().arch();
        return new Recognised(
                inside.system().name(),
                (arch.isEmpty() ? "" : arch + "  ·  ") + file + "  ·  " + size + "  ·  the file stays as it is",
                inside.distro(),
                true);
    }

    private static Recognised image(Looked looked, String file, String size) {
        String kind = looked.golden().isPresent() ? "an exported golden image" : "a disk image";
        String declared = looked.proposal().osName();
        return new Recognised(
                file,
                size + "  ·  " + kind + "; the file stays as it is"
                        + (declared.isEmpty() ? "" : "  ·  says that it has " + declared),
                Optional.empty(),
                true);
    }

    private static List<String> facts(Systems.Detected detected, SystemView system, String file, String size) {
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
        facts.add(file);
        facts.add(size);
        return facts;
    }
}
