package io.github.ingotvm.cli;

import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UseDefaultConverter;

/** {@code ingot golden promote} */
@Command(description = "Make a snapshot the machine's golden image, in its next version.")
final class GoldenPromoteCommand extends Action {
    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(index = "1", paramLabel = "SNAPSHOT", description = "Its name.")
    private String snapshot = "";

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "What is new.")
    private String note = "";

    @Option(
            names = "--as-next-of",
            paramLabel = "IMAGE",
            description = "Make it the next version of another golden image, as a rule the one that VM is a clone of.")
    private Optional<String> image = Optional.empty();

    @Option(
            names = "--data-disk",
            paramLabel = "DISK=ROLE",
            converter = {UseDefaultConverter.class, DiskRoleConverter.class},
            description =
                    "How clones receive a data disk, as vdb=empty: empty, linked or shared; else as it was said before.")
    private Map<String, DiskRole> roles = new LinkedHashMap<>();

    @Option(
            names = "--seal",
            description =
                    "Also read its files and note their digests; else the window does so, or the next `ingot golden verify`.")
    private boolean seal;

    GoldenPromoteCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().settledMachine(vm);
        Snapshot promoted = session().snapshot(machine, snapshot);
        VirtualMachine holder = image.map(session()::image).orElse(machine);
        GoldenVersion version =
                session().services().golden().promoteTo(holder.id(), machine.id(), promoted.id(), note, roles);
        session()
                .say(Words.quoted(promoted.name()) + " is golden image " + version.label() + " of "
                        + (image.isPresent() ? holder.goldenName() : holder.displayName()) + ".");
        if (seal) {
            try (ProgressBar progress = session().progress()) {
                session().services().sealer().seal(holder.id(), version.number(), progress);
            }
        }
        return ExitCode.DONE;
    }
}
