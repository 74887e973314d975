package io.github.ingotvm.cli;

import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot set} */
@Command(description = "Give a virtual machine other memory or processors.")
final class SetCommand extends Action {
    @Parameters(paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "As 2G or 512M.")
    private Optional<ByteSize> memory = Optional.empty();

    @Option(names = "--cpus", paramLabel = "N", description = "Virtual processors.")
    private Optional<Integer> cpus = Optional.empty();

    SetCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        if (memory.isEmpty() && cpus.isEmpty()) {
            throw Session.invalid("Say what to set: --memory SIZE or --cpus N.");
        }
        VirtualMachine machine = session().machine(vm);
        VirtualMachine changed = session()
                .services()
                .lifecycle()
                .setResources(
                        machine.id(),
                        memory.map(ByteSize::bytes).orElse(machine.hardware().memory()),
                        cpus.orElse(machine.hardware().cpus()));
        session()
                .say(changed.displayName() + " has "
                        + ByteSize.text(changed.hardware().memory()) + " memory and "
                        + Words.count(changed.hardware().cpus(), "CPU")
                        + (changed.state() == PowerState.OFF ? "." : " from its next start."));
        return ExitCode.DONE;
    }
}
