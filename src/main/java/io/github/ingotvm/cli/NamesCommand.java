package io.github.ingotvm.cli;

import picocli.CommandLine.Command;

/**
 * What the completion script asks. Only plain domain names: a shell expands what it is offered, and a title may be any text.
 */
@Command(hidden = true, description = "Print the names that the shell completes.")
final class NamesCommand extends Action {
    private static final String PLAIN = "[A-Za-z0-9_][A-Za-z0-9_.+-]*";

    NamesCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        session().services().inventory().machines().stream()
                .map(m -> m.isImageOnly() ? m.goldenName() : m.name())
                .filter(n -> n.matches(PLAIN))
                .forEach(session()::say);
        return ExitCode.DONE;
    }
}
