package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner.From;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a clone is cast from, where it is not the current golden image: one of these. */
class CloneOrigin {
    @Option(names = "--from", paramLabel = "SNAPSHOT", description = "One of its snapshots.")
    private Optional<String> snapshot = Optional.empty();

    @Option(
            names = "--version",
            paramLabel = "N",
            converter = GoldenVersionOption.Converter.class,
            description = "A version of its golden image.")
    private Optional<GoldenVersionOption> version = Optional.empty();

    /** The machine, or the golden image that outlived its own, that goes by this name. */
    final VirtualMachine source(Session session, String name) {
        return session.settled(isOfMachine() ? session.machine(name) : session.image(name));
    }

    /** Whether only a machine has it, and not a golden image by itself. */
    boolean isOfMachine() {
        return snapshot.isPresent();
    }

    From of(VirtualMachine source, Session session) {
        if (snapshot.isPresent()) {
            return new From.OfSnapshot(session.snapshot(source, snapshot.get()).id());
        }
        return version.<From>map(v -> new From.Version(v.number())).orElseGet(From.Golden::new);
    }
}
