package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ingot rename} */
@Command(description = "Give a virtual machine another name; its domain follows when it is off.")
final class RenameCommand extends Action {
    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The new name; any text.")
    private String name = "";

    RenameCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine old = session().machine(vm);
        VirtualMachine renamed = session().services().lifecycle().rename(old.id(), name);
        session().say(old.displayName() + " is now called " + renamed.displayName() + ".");
        return ExitCode.DONE;
    }
}
