package io.github.ingotvm.cli;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the commands that start and stop machines share: they take any number of them. */
@Command
abstract class PowerCommand extends Action {
    @Parameters(arity = "1..*", paramLabel = "VM", description = "Name, title or UUID.")
    private List<String> vms = new ArrayList<>();

    PowerCommand(Session session) {
        super(session);
    }

    /** Does it to every machine named, or to none when one of the names is wrong; the first refusal ends it. */
    @Override
    final int run() {
        List<VirtualMachine> machines = new ArrayList<>();
        vms.forEach(vm -> machines.add(find(vm)));
        for (VirtualMachine machine : machines) {
            if (session().cancellation().isCancelled()) {
                throw new IngotException(IngotException.Kind.CANCELLED, "Cancelled.");
            }
            session().say(act(machine));
        }
        return afterAll(machines);
    }

    VirtualMachine find(String reference) {
        return session().machine(reference);
    }

    /** @return what was done, for people */
    abstract String act(VirtualMachine machine);

    int afterAll(List<VirtualMachine> machines) {
        return ExitCode.DONE;
    }
}
