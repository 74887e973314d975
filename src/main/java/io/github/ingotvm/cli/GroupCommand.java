package io.github.ingotvm.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only has commands of its own, as {@code ingot snapshot}. */
@Command(commandListHeading = "%ncommands:%n")
final class GroupCommand extends Action {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    GroupCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: " + spec.qualifiedName() + " "
                        + String.join("|", spec.subcommands().keySet()));
    }
}
