package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot golden name} */
@Command(description = "Give a machine's golden image a name of its own, and say what it is for.")
final class GoldenNameCommand extends Action {
    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "Without one it goes by the machine's name.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", description = "What it is for; else that stays.")
    private Optional<String> note = Optional.empty();

    GoldenNameCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().image(vm);
        String said = note.orElse(machine.mark().series().note());
        // An image whose machine is gone has no other name to go by; a note alone leaves it its own.
        String own = machine.isImageOnly() && note.isPresent() ? machine.goldenName() : "";
        session().services().versions().describe(machine.id(), name.orElse(own), said);
        session()
                .say("The golden image of " + machine.displayName() + " is called "
                        + Words.quoted(name.orElse(machine.displayName())) + ".");
        return ExitCode.DONE;
    }
}
