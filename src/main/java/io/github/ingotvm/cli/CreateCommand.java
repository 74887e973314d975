package io.github.ingotvm.cli;

import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.download.Fetched;
import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.NewDisk;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.InstallRequest.Extras;
import io.github.ingotvm.service.install.InstallRequest.Source;
import io.github.ingotvm.service.install.Installer;
import io.github.ingotvm.service.install.Proposal;
import io.github.ingotvm.service.install.SystemView;
import io.github.ingotvm.service.install.Systems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot create} */
@Command(description = "Make a virtual machine from an installation disc or a disk image.")
final class CreateCommand extends Action {
    @Parameters(paramLabel = "NAME", description = "What to call it; any text.")
    private String name = "";

    @ArgGroup(multiplicity = "1")
    private @Nullable From from;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "As 2G or 512M; else what suits the system.")
    private Optional<ByteSize> memory = Optional.empty();

    @Option(
            names = "--disk",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "As 20G; grows as it is written to. Not with --import.")
    private Optional<ByteSize> disk = Optional.empty();

    @Option(
            names = "--data-disk",
            paramLabel = "SIZE[:ROLE]",
            converter = NewDiskConverter.class,
            description = {
                "One more disk, empty, as 50G; may be given several times.",
                "ROLE is how clones will receive it: linked (what is on it, to go on with), empty or shared."
            })
    private List<NewDisk> dataDisks = new ArrayList<>();

    @Option(names = "--cpus", paramLabel = "N", description = "Virtual processors.")
    private Optional<Integer> cpus = Optional.empty();

    @Option(
            names = "--firmware",
            paramLabel = "bios|uefi",
            converter = FirmwareConverter.class,
            completionCandidates = FirmwareConverter.Candidates.class,
            description = "What it boots with.")
    private Optional<Firmware> firmware = Optional.empty();

    @Option(
            names = "--os",
            paramLabel = "ID",
            description = "The operating system, where the disc does not tell: see `ingot os list`.")
    private Optional<String> os = Optional.empty();

    @Option(
            names = "--secure-boot",
            negatable = true,
            description = "Start only what is signed; else as the system asks for.")
    private @Nullable Boolean secureBoot;

    @Option(names = "--tpm", negatable = true, description = "Give it a TPM 2.0; else as the system asks for.")
    private @Nullable Boolean tpm;

    @ArgGroup
    private @Nullable Drivers drivers;

    @Option(
            names = "--in-place",
            description = "With --import: do not copy the file, stand on it; it must lie in a storage pool.")
    private boolean inPlace;

    @Mixin
    private final AnswerOptions answers = new AnswerOptions();

    @Option(names = "--no-start", description = "Do not start it yet.")
    private boolean noStart;

    @Option(names = "--no-snapshot", description = "Take no snapshot Just Installed when the installation ends.")
    private boolean noSnapshot;

    @Option(names = "--wait", description = "Wait until the installation has ended.")
    private boolean wait;

    @Option(names = "--json", description = "Print the new machine as JSON.")
    private boolean json;

    CreateCommand(Session session) {
        super(session);
    }

    /** Where its system comes from: one of them. */
    static final class From {
        @Option(names = "--iso", paramLabel = "FILE", required = true, description = "An installation disc.")
        private @Nullable Path iso;

        @Option(
                names = "--import",
                paramLabel = "FILE",
                required = true,
                description =
                        "A disk image (qcow2, raw, vmdk, vdi, vhd, vhdx; raw and qcow2 also packed) or an appliance (ova, ovf).")
        private @Nullable Path image;

        @Option(
                names = "--download",
                paramLabel = "NAME|URL",
                required = true,
                description = "What `ingot download` fetches, as debian12 or debian12/cloud.")
        private @Nullable String wanted;

        Source source(Session session) {
            if (wanted != null) {
                return downloaded(session, wanted);
            }
            return iso != null
                    ? new Source.Iso(iso.toAbsolutePath())
                    : new Source.Image(Objects.requireNonNull(image).toAbsolutePath());
        }
    }

    private static Source downloaded(Session session, String wanted) {
        Downloads downloads = session.downloads();
        Fetched file;
        try (ProgressBar progress = session.progress()) {
            file = downloads.fetch(
                    DownloadCommand.order(downloads, wanted, Optional.empty(), Optional.empty()), progress);
        }
        session.note(DownloadCommand.words(file));
        return session.services().installer().sourceAt(file.file());
    }

    /** The disc of drivers for Windows. */
    static final class Drivers {
        @Option(
                names = "--drivers",
                paramLabel = "FILE",
                required = true,
                description =
                        "A disc with drivers, in a second drive; else a virtio-win*.iso that is found, for Windows.")
        private @Nullable Path file;

        @Option(names = "--no-drivers", required = true, description = "No disc with drivers.")
        @SuppressWarnings("unused") // that it was given is enough: then there is no file
        private boolean none;

        Optional<Path> file() {
            return Optional.ofNullable(file).map(Path::toAbsolutePath);
        }
    }

    @Override
    int run() {
        Source source = Objects.requireNonNull(from).source(session());
        boolean installs = source instanceof Source.Iso;
        if (wait && (noStart || !installs)) {
            throw Session.invalid("--wait waits for an installation: it needs a disc, and goes without --no-start.");
        }
        if (disk.isPresent() && !installs) {
            throw Session.invalid("--disk goes with --iso only: an imported disk has its size already.");
        }
        if (inPlace && installs) {
            throw Session.invalid("--in-place goes with --import only: a disc is never written to.");
        }
        if (answers.wanted() && !installs) {
            throw Session.invalid("--express and --unattended go with a disc only: an image has its system already.");
        }
        VirtualMachine made = make(source);
        if (wait) {
            made = new InstallWait(session()).follow(made);
        }
        report(made, installs);
        return ExitCode.DONE;
    }

    /** Discs of several systems have one label. */
    private void noteOthers(Source source) {
        if (os.isPresent() || !(source instanceof Source.Iso)) {
            return;
        }
        Systems.Detected found = session().services().systems().detect(source.file());
        if (!found.others().isEmpty()) {
            String ids = found.others().stream().map(SystemView::id).collect(Collectors.joining(" or --os "));
            session()
                    .note("This disc is taken for " + found.name() + "; by its label it may be another one: say --os "
                            + ids + ".");
        }
    }

    private VirtualMachine make(Source source) {
        Installer installer = session().services().installer();
        Proposal proposal = installer.propose(source, os);
        noteOthers(source);
        proposal.notes().forEach(session()::note);
        if (answers.wanted()) {
            proposal.onlyByHand().ifPresent(why -> {
                throw new IngotException(Kind.UNSUPPORTED, why + " Without --express and --unattended it asks.");
            });
        }
        Optional<Answers> told = answers.answers(session(), name, proposal.osId());
        Extras extras = new Extras(
                        Optional.ofNullable(secureBoot), Optional.ofNullable(tpm), drivers(proposal), inPlace)
                .with(dataDisks);
        InstallRequest request = new InstallRequest(
                name,
                source,
                memory.map(ByteSize::bytes).orElse(proposal.memory()),
                cpus.orElse(proposal.cpus()),
                disk.map(ByteSize::bytes).orElse(proposal.disk()),
                firmware.orElse(proposal.firmware()),
                os,
                !noSnapshot,
                !noStart,
                told.map(extras::with).orElse(extras));
        try (ProgressBar progress = session().progress()) {
            return installer.create(request, progress);
        }
    }

    private Optional<Path> drivers(Proposal proposal) {
        if (drivers != null) {
            return drivers.file();
        }
        proposal.drivers()
                .ifPresent(d -> session()
                        .note("With the drivers of " + d + " in a second drive; --no-drivers leaves them out."));
        return proposal.drivers();
    }

    private void report(VirtualMachine made, boolean installs) {
        if (json) {
            var all = session().services().inventory().machines();
            Json.print(session().terminal().out(), j -> new MachineJson(j, all).write(made));
            return;
        }
        String who = made.displayName();
        if (!installs || wait) {
            session().say("Made " + who + "; it is " + Words.state(made) + ".");
        } else if (noStart) {
            session().say("Made " + who + "; `ingot start` begins the installation.");
        } else {
            session().say("Made " + who + "; the installation runs.");
            session()
                    .note("Its end is settled by the window, by the next command that uses the machine, or with"
                            + " --wait; `ingot installed` ends it by hand.");
        }
    }
}
