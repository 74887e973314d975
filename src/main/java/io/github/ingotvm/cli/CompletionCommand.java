package io.github.ingotvm.cli;

import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ingot completion} */
@Command(description = "Print a completion script for bash and zsh: source <(ingot completion).")
final class CompletionCommand extends Action {
    private static final String NO_NAMES = "local positionals=\"\"";
    private static final String NAMES = "local positionals=\"$(ingot names 2>/dev/null)\"";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        CommandLine root = spec.root().commandLine();
        String script = withNames(AutoComplete.bash("ingot", root), root, "_picocli_ingot");
        session().terminal().out().print(script);
        return ExitCode.DONE;
    }

    /** Lets the commands that take a machine offer the names there are when TAB is pressed. */
    private static String withNames(String script, CommandLine command, String function) {
        String result = script;
        for (Map.Entry<String, CommandLine> sub : command.getSubcommands().entrySet()) {
            String name = function + "_" + sub.getKey();
            if (takesMachine(sub.getValue().getCommandSpec())) {
                int start = result.indexOf("function " + name + "() {");
                int place = result.indexOf(NO_NAMES, start);
                result = result.substring(0, place) + NAMES + result.substring(place + NO_NAMES.length());
            }
            result = withNames(result, sub.getValue(), name);
        }
        return result;
    }

    private static boolean takesMachine(CommandSpec command) {
        return command.positionalParameters().stream()
                .anyMatch(p -> p.paramLabel().equals("VM"));
    }
}
