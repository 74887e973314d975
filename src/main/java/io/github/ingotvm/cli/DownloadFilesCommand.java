package io.github.ingotvm.cli;

import io.github.ingotvm.cli.Table.Cell;
import io.github.ingotvm.download.Held;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ingot download files} */
@Command(description = "List what was fetched, and what is here in part.")
final class DownloadFilesCommand extends Action {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DownloadFilesCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        List<Held> files = session().downloads().held();
        if (json) {
            Json.print(session().terminal().out(), j -> j.array(files, new DownloadJson(j)::write));
        } else if (files.isEmpty()) {
            session().note("There is nothing in " + session().downloads().folder() + ".");
        } else {
            print(files);
            long all = files.stream().mapToLong(Held::size).sum();
            session().note(ByteSize.text(all) + " in " + session().downloads().folder() + ".");
        }
        return ExitCode.DONE;
    }

    private void print(List<Held> files) {
        Table table = new Table(session().terminal(), "NAME", "SIZE", "STATE", "FROM");
        for (Held file : files) {
            table.row(
                    Cell.of(file.name(), Style.BOLD),
                    Cell.of(ByteSize.text(file.size())),
                    Cell.of(!file.whole() ? "in part" : file.source().isPresent() ? "checked" : "not checked"),
                    Cell.of(file.uri().orElse("")));
        }
        table.print();
    }
}
