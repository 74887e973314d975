package io.github.ingotvm.cli;

import io.github.ingotvm.model.DataDisk;
import io.github.ingotvm.model.VirtualMachine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot disk add} */
@Command(description = "Give a virtual machine that is off or running a new, empty data disk.")
final class DiskAddCommand extends Action {
    @Parameters(paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Option(
            names = "--size",
            required = true,
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "As 20G.")
    private ByteSize size = new ByteSize(0);

    DiskAddCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().machine(vm);
        DataDisk disk = session().services().disks().add(machine.id(), size.bytes());
        session()
                .say(machine.displayName() + " has a new disk " + disk.disk().target() + " of "
                        + ByteSize.text(size.bytes()) + ".");
        return ExitCode.DONE;
    }
}
