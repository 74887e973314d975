package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.exchange.GoldenImporter;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.Proposal;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot import} */
@Command(
        description = {
            "Make a virtual machine from a disk image or an appliance, as it describes itself.",
            "With --golden, bring an exported golden image back as one: with name, notes and version."
        })
final class ImportCommand extends Action {
    @Parameters(index = "0", paramLabel = "FILE", description = "The image or appliance; never changed.")
    private @Nullable Path file;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "What to call it.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--golden", description = "As the golden image that it was exported from.")
    private boolean golden;

    @Option(
            names = "--os",
            paramLabel = "ID",
            description = "The operating system on it, so that the machine fits: see `ingot os list`.")
    private Optional<String> os = Optional.empty();

    @Option(
            names = "--in-place",
            description = "Do not copy the file, stand on it; it must lie in a storage pool, and stay as it is.")
    private boolean inPlace;

    @Option(names = "--start", description = "Start the machine.")
    private boolean start;

    @Option(names = "--json", description = "Print the new machine as JSON.")
    private boolean json;

    ImportCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        Path image = Objects.requireNonNull(file).toAbsolutePath();
        if (golden && start) {
            throw Session.invalid("A golden image is not started; leave out --start, and make a clone of it.");
        }
        if (golden && (inPlace || os.isPresent())) {
            throw Session.invalid("--in-place and --os go without --golden: a golden image comes as it was exported.");
        }
        VirtualMachine made;
        try (ProgressBar progress = session().progress()) {
            made = golden
                    ? session().services().importer().importGolden(image, name, progress)
                    : session().services().installer().create(request(image), progress);
        }
        if (json) {
            var all = session().services().inventory().machines();
            Json.print(session().terminal().out(), j -> new MachineJson(j, all).write(made));
            return ExitCode.DONE;
        }
        session().say("Imported " + made.displayName() + ".");
        if (!golden) {
            session()
                    .services()
                    .importer()
                    .offer(image)
                    .map(GoldenImporter.Offer::version)
                    .ifPresent(v -> session()
                            .note("This is " + v + " of an exported golden image; `--golden` brings it back as one."));
        }
        return ExitCode.DONE;
    }

    private InstallRequest request(Path image) {
        InstallRequest.Source source = new InstallRequest.Source.Image(image);
        Proposal proposal = session().services().installer().propose(source, os);
        proposal.notes().forEach(session()::note);
        return new InstallRequest(
                        name.orElse(proposal.name()),
                        source,
                        proposal.memory(),
                        proposal.cpus(),
                        0,
                        proposal.firmware(),
                        os,
                        true,
                        start)
                .with(new InstallRequest.Extras(
                        Optional.of(proposal.secureBoot()), Optional.of(proposal.tpm()), Optional.empty(), inPlace));
    }
}
