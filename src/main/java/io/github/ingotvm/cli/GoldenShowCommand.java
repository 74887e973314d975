package io.github.ingotvm.cli;

import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.golden.GoldenImages;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot golden show} */
@Command(description = "Show a golden image with its clones and what stands on it.")
final class GoldenShowCommand extends Action {
    @Parameters(paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Option(
            names = "--version",
            paramLabel = "N",
            converter = GoldenVersionOption.Converter.class,
            description = "Which version; else the current one.")
    private Optional<GoldenVersionOption> version = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    GoldenShowCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().image(vm);
        GoldenVersion wanted = version.map(v -> v.of(machine)).orElseGet(() -> GoldenImages.requireCurrent(machine));
        GoldenImage image = session().services().golden().list().stream()
                .filter(i ->
                        i.machine().id().equals(machine.id()) && i.version().number() == wanted.number())
                .findFirst()
                .orElseThrow(() -> new IngotException(
                        IngotException.Kind.NOT_FOUND, machine.displayName() + " has lost that version meanwhile."));
        if (json) {
            Json.print(session().terminal().out(), j -> new GoldenJson(j).write(image));
        } else {
            print(image);
        }
        return ExitCode.DONE;
    }

    private void print(GoldenImage image) {
        line("Golden image", image.name());
        line("For", image.machine().mark().series().note());
        line("Version", image.version().label() + (image.current() ? ", current" : ""));
        line(
                "Machine",
                image.machine().isImageOnly() ? "deleted" : image.machine().displayName());
        line("Snapshot", image.snapshotName());
        line("Promoted", Times.local(image.version().promoted()));
        line("By", image.version().author());
        line("Note", image.version().note());
        line("Size", ByteSize.text(image.size()));
        line(
                "Layers",
                image.intact()
                        ? "as they were" + (image.version().isSealed() ? ", sealed" : ", not sealed yet")
                        : "CHANGED since the promotion; `ingot golden verify` says more");
        new TreeMap<>(image.version().contents())
                .forEach((target, digest) ->
                        line("On " + target, image.version().content(target).orElse("not read yet")));
        line("Clones", names(image.clones()));
        line("Stand on it", names(image.dependants()));
    }

    private static String names(List<VirtualMachine> machines) {
        return machines.isEmpty()
                ? "none"
                : String.join(
                        ", ", machines.stream().map(VirtualMachine::displayName).toList());
    }

    private void line(String label, String value) {
        Details.line(session().terminal(), label, value);
    }
}
