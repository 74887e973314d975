package io.github.ingotvm.cli;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which clones: those named, or all of a golden image. */
final class CloneSelection {
    @Parameters(arity = "0..*", paramLabel = "VM", description = "The clones: names, titles or UUIDs.")
    private List<String> vms = new ArrayList<>();

    @Option(
            names = "--all-of",
            paramLabel = "GOLDEN",
            description = "All linked clones of this golden image: its name, or name, title or UUID of its machine.")
    private Optional<String> golden = Optional.empty();

    /** The clones; of all, those that have something kept for an undo. */
    List<MachineId> undoableIn(Session session) {
        List<MachineId> clones = in(session);
        return golden.isEmpty()
                ? clones
                : clones.stream()
                        .filter(id -> session.services()
                                .inventory()
                                .require(id)
                                .mark()
                                .former()
                                .isPresent())
                        .toList();
    }

    List<MachineId> in(Session session) {
        if (golden.isPresent() == !vms.isEmpty()) {
            throw Session.invalid("Name the clones, or all of them with --all-of GOLDEN.");
        }
        List<VirtualMachine> clones = golden.isPresent()
                ? session.services()
                        .refresher()
                        .clonesOf(session.image(golden.get()).id())
                : vms.stream().map(session::machine).distinct().toList();
        return clones.stream().map(VirtualMachine::id).toList();
    }
}
