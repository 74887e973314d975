package io.github.ingotvm.cli;

import io.github.ingotvm.cli.Table.Cell;
import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot golden list} */
@Command(description = "List the golden images, of all virtual machines or of one.")
final class GoldenListCommand extends Action {
    @Parameters(arity = "0..1", paramLabel = "VM", description = "Name, title or UUID.")
    private Optional<String> vm = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    GoldenListCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        Optional<VirtualMachine> only = vm.map(session()::image);
        List<GoldenImage> images = session().services().golden().list().stream()
                .filter(i ->
                        only.isEmpty() || only.get().id().equals(i.machine().id()))
                .toList();
        if (json) {
            Json.print(session().terminal().out(), j -> j.array(images, new GoldenJson(j)::write));
        } else if (images.isEmpty()) {
            session().note("There are no golden images; `ingot golden promote` makes a snapshot one.");
        } else {
            print(images);
        }
        return ExitCode.DONE;
    }

    private void print(List<GoldenImage> images) {
        Table table = new Table(
                session().terminal(),
                "GOLDEN IMAGE",
                "VERSION",
                "SNAPSHOT",
                "PROMOTED",
                "SIZE",
                "CLONES",
                "STATE",
                "NOTE");
        for (GoldenImage image : images) {
            table.row(
                    Cell.of(image.name(), Style.BOLD),
                    Cell.of((image.current() ? "★ " : "  ") + image.version().label(), Style.GOLD),
                    Cell.of(image.snapshotName()),
                    Cell.of(Times.local(image.version().promoted())),
                    Cell.right(ByteSize.text(image.size())),
                    Cell.right(Integer.toString(image.clones().size())),
                    image.intact() ? Cell.of("intact") : Cell.of("CHANGED", Style.RED),
                    Cell.of(image.version().note()));
        }
        table.print();
    }
}
