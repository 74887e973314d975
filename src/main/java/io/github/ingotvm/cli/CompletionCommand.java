package io.github.ingotvm.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ingot completion} */
@Command(description = "Print a completion script for bash and zsh: source <(ingot completion).")
final class CompletionCommand extends Action {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        session().terminal().out().print(AutoComplete.bash("ingot", spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
