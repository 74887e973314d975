package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot disk list} */
@Command(description = "List the data disks of a virtual machine: all but that of its system.")
final class DiskListCommand extends Action {
    @Parameters(paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DiskListCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().machine(vm);
        new DiskTable(session())
                .print(session().services().disks().of(machine.id()), json, false, machine.displayName());
        return ExitCode.DONE;
    }
}
