package io.github.ingotvm.cli;

import io.github.ingotvm.model.InstalledSystem;
import io.github.ingotvm.service.install.SystemView;
import io.github.ingotvm.service.install.Systems.Detected;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot os detect} */
@Command(
        description = {
            "Say which operating system is on a disc.",
            "The disc may be compressed, or the first of several parts.",
            "With --inside, which systems are installed on a disk image."
        })
final class OsDetectCommand extends Action {
    @Parameters(paramLabel = "FILE", description = "A disc image (ISO).")
    private @Nullable Path file;

    @Option(
            names = "--inside",
            description = "Look into a disk image for the systems installed on it, where libguestfs is installed.")
    private boolean inside;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    OsDetectCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        if (inside) {
            return lookInside(java.util.Objects.requireNonNull(file).toAbsolutePath());
        }
        Detected found = session()
                .systems()
                .detect(java.util.Objects.requireNonNull(file).toAbsolutePath());
        if (json) {
            Json.print(session().terminal().out(), j -> new OsJson(j).write(found));
        } else {
            print(found);
        }
        return ExitCode.DONE;
    }

    private int lookInside(Path image) {
        List<InstalledSystem> found;
        try (ProgressBar progress = session().progress()) {
            found = session().services().guestFiles().installed(image, progress);
        }
        if (json) {
            Json.print(session().terminal().out(), j -> j.array(found, new OsJson(j)::write));
            return ExitCode.DONE;
        }
        if (found.isEmpty()) {
            session().note("No system that libguestfs knows is installed on it.");
        }
        for (InstalledSystem os : found) {
            line("Installed", os.name());
            line("Id", os.osId());
            line("For", os.arch());
            line("Host name", os.hostname());
        }
        return ExitCode.DONE;
    }

    private void print(Detected found) {
        line("System", found.system().isPresent() ? found.name() : "not known");
        line("Id", found.system().map(SystemView::id).orElse(""));
        line("For", found.arch());
        line("Live", found.live() ? "yes" : "");
        line("Or", found.others().stream().map(SystemView::name).collect(Collectors.joining(", ")));
        line("Label", found.label());
        line("Bootable", found.bootable() ? "yes" : "no");
    }

    private void line(String label, String value) {
        Details.line(session().terminal(), label, value);
    }
}
