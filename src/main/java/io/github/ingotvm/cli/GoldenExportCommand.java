package io.github.ingotvm.cli;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.golden.GoldenImages;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot golden export} */
@Command(
        description = {
            "Write a version of a golden image into one file that other tools read too: an appliance (OVA).",
            "`ingot import --golden` brings it back, here or on another host."
        })
final class GoldenExportCommand extends Action {
    @Parameters(index = "0", paramLabel = "IMAGE", description = "Its name, or that of its machine.")
    private String image = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write, as desk.ova.")
    private @Nullable Path file;

    @Option(
            names = "--version",
            paramLabel = "N",
            converter = GoldenVersionOption.Converter.class,
            description = "Which version; else the current one.")
    private Optional<GoldenVersionOption> version = Optional.empty();

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    GoldenExportCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine holder = session().image(image);
        GoldenVersion wanted = version.map(v -> v.of(holder)).orElseGet(() -> GoldenImages.requireCurrent(holder));
        Path made;
        try (ProgressBar progress = session().progress()) {
            made = session()
                    .services()
                    .exporter()
                    .export(holder.id(), wanted.number(), java.util.Objects.requireNonNull(file), force, progress);
        }
        session().say("Exported " + wanted.label() + " of " + holder.goldenName() + " to " + made + ".");
        return ExitCode.DONE;
    }
}
