package io.github.ingotvm.cli;

import io.github.ingotvm.cli.Table.Cell;
import io.github.ingotvm.service.install.SystemView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot os list} */
@Command(description = "List the operating systems that are known.")
final class OsListCommand extends Action {
    @Parameters(
            arity = "0..*",
            paramLabel = "WORD",
            description = "Only those that have all these words in their names.")
    private List<String> words = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    OsListCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        List<SystemView> systems = session().systems().list(String.join(" ", words));
        if (json) {
            Json.print(session().terminal().out(), j -> j.array(systems, new OsJson(j)::write));
        } else if (systems.isEmpty()) {
            session().note("There is no operating system with these words in its name.");
        } else {
            print(systems);
        }
        return ExitCode.DONE;
    }

    private void print(List<SystemView> systems) {
        Table table = new Table(session().terminal(), "ID", "NAME", "RELEASED", "UPDATES UNTIL");
        for (SystemView os : systems) {
            table.row(
                    Cell.of(os.id(), Style.BOLD),
                    Cell.of(os.name()),
                    Cell.of(os.released().map(Object::toString).orElse("")),
                    Cell.of(os.endOfLife().map(Object::toString).orElse("")));
        }
        table.print();
    }
}
