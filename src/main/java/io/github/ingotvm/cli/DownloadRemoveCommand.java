package io.github.ingotvm.cli;

import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.download.Held;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ingot download remove} */
@Command(description = "Remove what was fetched and no machine needs; it can be fetched again.")
final class DownloadRemoveCommand extends Action {
    @Parameters(arity = "1..*", paramLabel = "NAME", description = "As `ingot download files` shows it.")
    private List<String> names = List.of();

    DownloadRemoveCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        for (String name : names) {
            Held gone = remove(name);
            session().say("Removed " + gone.name() + "; " + ByteSize.text(gone.size()) + " are free again.");
        }
        return ExitCode.DONE;
    }

    private Held remove(String name) {
        Downloads downloads = session().downloads();
        Held held = downloads.named(name);
        session().services().fileUse().requireUnneeded(held.file());
        return downloads.remove(name);
    }
}
