package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import picocli.CommandLine.Command;

/** {@code ingot keep} */
@Command(description = "Keep disposable clones: from now on they outlive their shutdown.")
final class KeepCommand extends PowerCommand {
    KeepCommand(Session session) {
        super(session);
    }

    @Override
    String act(VirtualMachine machine) {
        VirtualMachine kept = session().services().disposables().keep(machine.id());
        return kept.displayName() + (machine.isDisposable() ? " stays when it stops." : " stays anyway.");
    }
}
