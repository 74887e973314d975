package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ingot golden current} */
@Command(
        description = {
            "Make a version of a golden image the current one: clones are cast from it and updated to it by default.",
            "The next promotion makes the newest one current again."
        })
final class GoldenCurrentCommand extends Action {
    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(
            index = "1",
            paramLabel = "N",
            converter = GoldenVersionOption.Converter.class,
            description = "Which version.")
    private GoldenVersionOption version = new GoldenVersionOption(0);

    GoldenCurrentCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().image(vm);
        session().services().versions().makeCurrent(machine.id(), version.number());
        session().say("v" + version.number() + " is the current version of " + machine.displayName() + ".");
        return ExitCode.DONE;
    }
}
