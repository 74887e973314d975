package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ingot golden note} */
@Command(description = "Say anew what a version of a golden image brings.")
final class GoldenNoteCommand extends Action {
    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(
            index = "1",
            paramLabel = "N",
            converter = GoldenVersionOption.Converter.class,
            description = "Which version.")
    private GoldenVersionOption version = new GoldenVersionOption(0);

    @Parameters(index = "2", paramLabel = "TEXT", description = "What is new in it.")
    private String text = "";

    GoldenNoteCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().image(vm);
        session().services().versions().note(machine.id(), version.number(), text);
        session().say("Noted for v" + version.number() + " of " + machine.displayName() + ".");
        return ExitCode.DONE;
    }
}
