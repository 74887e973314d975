package io.github.ingotvm.cli;

import io.github.ingotvm.download.Checksum;
import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.download.Fetched;
import io.github.ingotvm.download.Order;
import io.github.ingotvm.download.Together;
import io.github.ingotvm.download.Together.Outcome;
import io.github.ingotvm.model.IngotException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot download} */
@Command(
        description = {
            "Fetch the disc or disk image of a system from its publisher.",
            "What was broken off is gone on with. Where the publisher gives a checksum, the file is compared with it."
        },
        commandListHeading = "%ncommands:%n")
final class DownloadCommand extends Action {
    @Parameters(
            arity = "0..*",
            paramLabel = "NAME|URL",
            description = "As debian12, debian12/dvd, or https://…; several at once.")
    private List<String> wanted = List.of();

    @Option(
            names = "--checksum",
            paramLabel = "SHA",
            description = "What it must hash to: sha256:… or sha512:…; else what the publisher says is used.")
    private Optional<String> checksum = Optional.empty();

    @Option(names = "--arch", paramLabel = "ARCH", description = "As aarch64; else that of this computer.")
    private Optional<String> arch = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DownloadCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        if (wanted.isEmpty()) {
            throw Session.invalid(
                    "Say what to fetch, as `ingot download debian12`; `ingot download list` shows what" + " there is.");
        }
        if (checksum.isPresent() && wanted.size() > 1) {
            throw Session.invalid("--checksum goes with one file only.");
        }
        Downloads downloads = session().downloads();
        Optional<Checksum> given = checksum.map(Checksum::parse);
        List<Order> orders =
                wanted.stream().map(w -> order(downloads, w, arch, given)).toList();
        List<Outcome> outcomes;
        try (ProgressBar progress = session().progress()) {
            outcomes = new Together(downloads).fetch(orders, progress);
        }
        report(outcomes.stream().flatMap(o -> o.fetched().stream()).toList());
        List<IngotException> failures =
                outcomes.stream().flatMap(o -> o.failure().stream()).toList();
        // All but one are told beside; that one makes the exit code.
        failures.stream().skip(1).map(IngotException::getMessage).forEach(session()::note);
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return ExitCode.DONE;
    }

    /** What a name or an address stands for. */
    static Order order(Downloads downloads, String wanted, Optional<String> arch, Optional<Checksum> checksum) {
        if (wanted.contains("://")) {
            return Order.of(wanted, checksum);
        }
        Order order = Order.of(downloads.catalogue().find(wanted, arch.orElseGet(Downloads::hostArch)));
        return checksum.isPresent() ? new Order(order.title(), order.uri(), checksum) : order;
    }

    /** That it is here, and what is known about it. */
    static String words(Fetched file) {
        return (file.fresh() ? "Fetched " : "Here already: ") + file.file().getFileName() + ", "
                + ByteSize.text(file.size()) + ". " + file.proof().note();
    }

    private void report(List<Fetched> files) {
        if (json) {
            Json.print(session().terminal().out(), j -> j.array(files, new DownloadJson(j)::write));
            return;
        }
        for (Fetched file : files) {
            session().say(file.file().toString());
            session().note(words(file));
        }
    }
}
