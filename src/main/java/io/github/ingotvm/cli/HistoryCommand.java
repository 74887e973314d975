package io.github.ingotvm.cli;

import io.github.ingotvm.cli.Table.Cell;
import io.github.ingotvm.history.Entry;
import io.github.ingotvm.history.History;
import io.github.ingotvm.history.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot history} */
@Command(
        description = {
            "What happened, when, and by whose command, the newest first.",
            "With VM: what happened to it under any of its names, and to its clones as far as it concerns it."
        })
final class HistoryCommand extends Action {
    private static final int DEFAULT_MOST = 50;

    @Parameters(arity = "0..1", paramLabel = "VM", description = "A name that it has or had, or its UUID.")
    private Optional<String> vm = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = Since.class,
            description = "Nothing older: a date, a time (2026-11-25T08:00), or how long ago (90m, 12h, 7d).")
    private Optional<Instant> since = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many; " + DEFAULT_MOST + " without --since and --json.")
    private Optional<Integer> limit = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    HistoryCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        int most = limit.orElse(json || since.isPresent() ? Integer.MAX_VALUE : DEFAULT_MOST);
        if (most < 1) {
            throw Session.invalid("The limit must be at least 1.");
        }
        List<Entry> entries = session().history().find(new History.Query(vm, since, most));
        if (json) {
            Json.print(session().terminal().out(), j -> j.array(entries, e -> write(j, e)));
        } else if (entries.isEmpty()) {
            session().note("Nothing happened" + vm.map(v -> " to " + v).orElse("") + " that Ingot did.");
        } else {
            print(entries);
        }
        return ExitCode.DONE;
    }

    private void print(List<Entry> entries) {
        Table table = new Table(session().terminal(), "TIME", "MACHINE", "WHAT", "BY");
        for (Entry entry : entries) {
            table.row(
                    Cell.of(Times.local(entry.time()), Style.DIM),
                    Cell.of(entry.name(), Style.BOLD),
                    Cell.of(Sentence.of(entry), entry.isDone() ? Style.PLAIN : Style.RED),
                    Cell.of(entry.user() + ": " + entry.via(), Style.DIM));
        }
        table.print();
    }

    private static void write(Json json, Entry entry) {
        json.object(() -> {
            json.field("time", entry.time());
            json.field("what", entry.what());
            json.field("machine", Optional.of(entry.machine()).filter(m -> !m.isEmpty()));
            json.field("name", Optional.of(entry.name()).filter(n -> !n.isEmpty()));
            json.object("details", () -> entry.details().forEach(json::field));
            json.object("digests", () -> entry.digests().forEach(json::field));
            json.field("failure", entry.failure());
            json.field("user", entry.user());
            json.field("via", entry.via());
        });
    }
}
