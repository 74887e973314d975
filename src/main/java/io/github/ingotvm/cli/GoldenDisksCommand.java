package io.github.ingotvm.cli;

import io.github.ingotvm.model.DataDisk;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot golden disks} */
@Command(
        description = {
            "Show or say how clones receive the data disks of a golden image.",
            "empty: a new one of the same size; linked: what is on it, to go on with; shared: what is on it, for all of them, read-only."
        })
final class GoldenDisksCommand extends Action {
    @Parameters(index = "0", paramLabel = "IMAGE", description = "Its name, or that of its machine.")
    private String image = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "DISK", description = "As vdb.")
    private Optional<String> disk = Optional.empty();

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "ROLE",
            converter = DiskRoleConverter.class,
            description = "empty, linked or shared.")
    private Optional<DiskRole> role = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    GoldenDisksCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine holder = session().image(image);
        if (disk.isPresent() != role.isPresent()) {
            throw Session.invalid("Name both a disk and how clones receive it, as `vdb empty`, or neither.");
        }
        if (disk.isPresent()) {
            session().services().disks().setRole(holder.id(), disk.get(), role.orElseThrow());
            session()
                    .say("Clones of " + holder.goldenName() + " receive " + disk.get() + " "
                            + DiskTable.word(role.orElseThrow()) + ".");
            return ExitCode.DONE;
        }
        List<DataDisk> disks = session().services().disks().ofGolden(holder.id());
        new DiskTable(session()).print(disks, json, true, holder.goldenName());
        return ExitCode.DONE;
    }
}
