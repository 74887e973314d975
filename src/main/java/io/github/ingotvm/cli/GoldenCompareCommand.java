package io.github.ingotvm.cli;

import io.github.ingotvm.model.FileChange;
import io.github.ingotvm.model.GoldenComparison;
import io.github.ingotvm.model.GoldenComparison.Change;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot golden compare} */
@Command(description = "Show how two versions of a golden image differ.")
final class GoldenCompareCommand extends Action {
    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(
            index = "1",
            paramLabel = "N",
            converter = GoldenVersionOption.Converter.class,
            description = "The version before.")
    private GoldenVersionOption from = new GoldenVersionOption(0);

    @Parameters(
            index = "2",
            paramLabel = "N",
            converter = GoldenVersionOption.Converter.class,
            description = "The version after.")
    private GoldenVersionOption to = new GoldenVersionOption(0);

    @Option(
            names = "--files",
            description = "Also which files differ, where libguestfs is installed; takes a minute or so.")
    private boolean files;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    GoldenCompareCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().image(vm);
        GoldenComparison comparison = session().services().versions().compare(machine.id(), from.number(), to.number());
        Optional<List<FileChange>> changed = files ? Optional.of(files(machine)) : Optional.empty();
        if (json) {
            Json.print(session().terminal().out(), j -> write(j, comparison, changed));
        } else {
            print(comparison);
            changed.ifPresent(this::print);
        }
        return ExitCode.DONE;
    }

    private List<FileChange> files(VirtualMachine machine) {
        try (ProgressBar progress = session().progress()) {
            return session().services().guestFiles().compare(machine.id(), from.number(), to.number(), progress);
        }
    }

    private void print(List<FileChange> changed) {
        if (changed.isEmpty()) {
            Details.line(session().terminal(), "Files", "the same");
        }
        for (FileChange change : changed) {
            String sign = switch (change.kind()) {
                case ADDED -> "+ ";
                case REMOVED -> "- ";
                case CHANGED -> "= ";
            };
            String size = change.size().isPresent()
                    ? "  (" + ByteSize.text(change.size().getAsLong()) + ")"
                    : "";
            session().say(sign + change.path() + (change.type() == FileChange.Type.FOLDER ? "/" : "") + size);
        }
    }

    private static void write(Json json, GoldenComparison comparison, Optional<List<FileChange>> changed) {
        json.object(() -> {
            json.field("from", comparison.from().number());
            json.field("to", comparison.to().number());
            json.field("differing", comparison.differing());
            json.array(
                    "hardware",
                    comparison.hardware(),
                    c -> json.object(() -> {
                        json.field("what", c.what());
                        json.field("before", c.before());
                        json.field("after", c.after());
                    }));
            changed.ifPresent(all -> json.array("files", all, c -> write(json, c)));
        });
    }

    private static void write(Json json, FileChange change) {
        json.object(() -> {
            json.field("change", change.kind());
            json.field("type", change.type());
            if (change.size().isPresent()) {
                json.field("size", change.size().getAsLong());
            } else {
                json.absent("size");
            }
            json.field("path", change.path());
        });
    }

    private void print(GoldenComparison comparison) {
        line(comparison.from());
        line(comparison.to());
        Details.line(session().terminal(), "Disks", "at most " + ByteSize.text(comparison.differing()) + " differ");
        for (Change change : comparison.hardware()) {
            Details.line(
                    session().terminal(),
                    "Hardware",
                    change.what() + ": " + side(change.before()) + " → " + side(change.after()));
        }
        if (comparison.hardware().isEmpty()) {
            Details.line(session().terminal(), "Hardware", "the same");
        }
    }

    private static String side(String text) {
        return text.isEmpty() ? "none" : text;
    }

    private void line(GoldenVersion version) {
        Details.line(
                session().terminal(),
                version.label(),
                Times.local(version.promoted())
                        + (version.author().isEmpty() ? "" : " by " + version.author())
                        + (version.note().isEmpty() ? "" : ": " + version.note()));
    }
}
