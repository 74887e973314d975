package io.github.ingotvm.cli;

import io.github.ingotvm.model.LayerMerge;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.space.Compactor;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot compact} */
@Command(
        description = {
            "Merge layers that nothing needs any more into the images above them; what guests see never changes.",
            "A machine that runs goes on meanwhile; layers that others stand on too wait until it is off."
        })
final class CompactCommand extends Action {
    @Parameters(arity = "1..*", paramLabel = "VM", description = "Name, title or UUID.")
    private List<String> vms = new ArrayList<>();

    @Option(names = "--dry-run", description = "Only say what could be merged.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    CompactCommand(Session session) {
        super(session);
    }

    /** What was or could be merged in a machine, and what has to wait. */
    private record Result(VirtualMachine machine, List<LayerMerge> merged, List<LayerMerge> blocked) {}

    @Override
    int run() {
        Compactor compactor = session().services().compactor();
        List<VirtualMachine> machines =
                vms.stream().map(session()::machine).distinct().toList();
        List<Result> results = new ArrayList<>();
        try (ProgressBar progress = session().progress()) {
            for (VirtualMachine machine : machines) {
                List<LayerMerge> plan = compactor.plan(machine.id());
                List<LayerMerge> merged = dryRun
                        ? plan.stream().filter(m -> m.blockedBy().isEmpty()).toList()
                        : compactor.compact(machine.id(), progress);
                results.add(new Result(
                        machine,
                        merged,
                        plan.stream().filter(m -> !m.blockedBy().isEmpty()).toList()));
            }
        }
        if (json) {
            Json.print(session().terminal().out(), j -> j.array(results, r -> write(j, r)));
        } else {
            results.forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private void print(Result result) {
        int layers = result.merged().stream().mapToInt(m -> m.layers().size()).sum();
        long bytes = result.merged().stream().mapToLong(LayerMerge::bytes).sum();
        String who = result.machine().displayName();
        session()
                .say(
                        layers == 0
                                ? "There is nothing to merge in " + who + " now."
                                : (dryRun ? "Would merge " : "Merged ") + Words.count(layers, "layer") + " of " + who
                                        + ", " + ByteSize.text(bytes) + ".");
        for (LayerMerge blocked : result.blocked()) {
            session()
                    .note(Words.count(blocked.layers().size(), "layer") + " more once "
                            + String.join(
                                    ", ",
                                    blocked.blockedBy().stream()
                                            .map(VirtualMachine::displayName)
                                            .toList())
                            + (blocked.blockedBy().size() == 1 ? " is off." : " are off."));
        }
    }

    private static void write(Json json, Result result) {
        json.object(() -> {
            json.field("id", result.machine().id().toString());
            json.field("name", result.machine().displayName());
            json.array("merged", result.merged(), m -> write(json, m));
            json.array("blocked", result.blocked(), m -> write(json, m));
        });
    }

    private static void write(Json json, LayerMerge merge) {
        json.object(() -> {
            json.field("into", merge.into());
            json.strings("layers", merge.layers());
            json.field("remains", merge.remains());
            json.field("bytes", merge.bytes());
            json.strings(
                    "blockedBy",
                    merge.blockedBy().stream().map(VirtualMachine::displayName).toList());
        });
    }
}
