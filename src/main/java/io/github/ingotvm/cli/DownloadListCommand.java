package io.github.ingotvm.cli;

import io.github.ingotvm.cli.Table.Cell;
import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.download.Offer;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot download list} */
@Command(description = "List what can be fetched.")
final class DownloadListCommand extends Action {
    @Parameters(arity = "0..*", paramLabel = "WORD", description = "Only what has all these words in its name.")
    private List<String> words = List.of();

    @Option(names = "--arch", paramLabel = "ARCH", description = "As aarch64, or all; else that of this computer.")
    private Optional<String> arch = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DownloadListCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        Optional<String> only = Optional.of(arch.orElseGet(Downloads::hostArch)).filter(a -> !a.equals("all"));
        List<Offer> offers = session().downloads().catalogue().list(String.join(" ", words), only);
        if (json) {
            Json.print(session().terminal().out(), j -> j.array(offers, new DownloadJson(j)::write));
        } else if (offers.isEmpty()) {
            session().note("There is nothing to fetch with these words in its name.");
        } else {
            print(offers);
        }
        return ExitCode.DONE;
    }

    private void print(List<Offer> offers) {
        Table table = new Table(session().terminal(), "NAME", "SYSTEM", "WHAT", "FOR", "FROM");
        for (Offer offer : offers) {
            table.row(
                    Cell.of(offer.name(), Style.BOLD),
                    Cell.of(offer.title()),
                    Cell.of(Json.word(offer.kind()).replace('-', ' ')),
                    Cell.of(offer.arch()),
                    Cell.of(offer.uri().getHost()));
        }
        table.print();
    }
}
