package io.github.ingotvm.cli;

import io.github.ingotvm.service.install.SystemView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot os show} */
@Command(description = "Show what is known of an operating system.")
final class OsShowCommand extends Action {
    @Parameters(paramLabel = "ID", description = "As debian12; `ingot os list` shows them.")
    private String id = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    OsShowCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        SystemView os = session().systems().show(id);
        if (json) {
            Json.print(session().terminal().out(), j -> new OsJson(j).write(os));
        } else {
            print(os);
        }
        return ExitCode.DONE;
    }

    private void print(SystemView os) {
        line("System", os.name());
        line("Id", os.id());
        line("Version", os.version());
        line("State", os.stage());
        line("Released", os.released().map(Object::toString).orElse(""));
        line("Updates until", os.endOfLife().map(Object::toString).orElse(""));
        line("Memory", os.memory() == 0 ? "" : ByteSize.text(os.memory()));
        line("Disk", os.disk() == 0 ? "" : ByteSize.text(os.disk()));
        os.downloads().forEach(url -> line("From", url));
    }

    private void line(String label, String value) {
        Details.line(session().terminal(), label, value);
    }
}
