package io.github.ingotvm.cli;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.install.TpmNotes;
import io.github.ingotvm.service.names.NamePattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot clone} */
@Command(
        description = {
            "Clone a virtual machine: from its golden image, unless told otherwise.",
            "A linked clone shares the image's layers and is made at once; all are made, or none."
        })
final class CloneCommand extends Action {
    @Parameters(index = "0", paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NEW",
            description = "What to call it, or a pattern for many, as 'web-{01..10}'.")
    private Optional<String> name = Optional.empty();

    @ArgGroup
    private Origin origin = new Origin();

    @Option(names = "--full", description = "A disk of its own that depends on nothing.")
    private boolean full;

    @Option(names = "--count", paramLabel = "N", description = "How many.")
    private Optional<Integer> count = Optional.empty();

    @Option(names = "--start", description = "Start them.")
    private boolean start;

    @Option(
            names = "--data-disk",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "A new, empty data disk for each, as 20G; can be given again.")
    private List<ByteSize> disks = new ArrayList<>();

    @Option(names = "--json", description = "Print the clones as JSON.")
    private boolean json;

    CloneCommand(Session session) {
        super(session);
    }

    /** A machine can also be cloned as it is. */
    static final class Origin extends CloneOrigin {
        @Option(names = "--current", description = "What it is now; a snapshot of it is taken first.")
        private boolean current;

        @Override
        boolean isOfMachine() {
            return current || super.isOfMachine();
        }

        @Override
        Cloner.From of(VirtualMachine source, Session session) {
            return current ? new Cloner.From.Present() : super.of(source, session);
        }
    }

    @Override
    int run() {
        VirtualMachine machine = origin.source(session(), vm);
        Cloner.Request request = new Cloner.Request(
                machine.id(),
                origin.of(machine, session()),
                names(machine),
                full,
                start,
                disks.stream().map(ByteSize::bytes).toList());
        long began = System.nanoTime();
        List<VirtualMachine> clones;
        try (ProgressBar progress = session().progress()) {
            clones = session().services().cloner().clone(request, progress);
        }
        TpmNotes.onClone(machine).ifPresent(session()::note);
        report(clones, machine, Duration.ofNanos(System.nanoTime() - began));
        return ExitCode.DONE;
    }

    private List<String> names(VirtualMachine machine) {
        if (name.isEmpty()) {
            return freeNames(machine.displayName(), count.orElse(1));
        }
        List<String> names =
                count.isPresent() ? NamePattern.expand(name.get(), count.get()) : NamePattern.expand(name.get());
        if (count.isPresent() && names.size() != count.get()) {
            throw Session.invalid(
                    name.get() + " gives " + names.size() + " names, not " + count.get() + "; leave --count out.");
        }
        return names;
    }

    /** The machine's name with the lowest numbers that are free. */
    private List<String> freeNames(String base, int wanted) {
        if (wanted < 1 || wanted > NamePattern.MOST) {
            throw Session.invalid("The number of clones must be from 1 to " + NamePattern.MOST + ".");
        }
        Set<String> taken = new HashSet<>();
        session().services().inventory().machines().forEach(m -> {
            taken.add(m.displayName());
            taken.add(m.name());
        });
        List<String> names = new ArrayList<>();
        for (int n = 1; names.size() < wanted; n++) {
            String candidate = base + "-" + n;
            if (!taken.contains(candidate)) {
                names.add(candidate);
            }
        }
        return names;
    }

    private void report(List<VirtualMachine> clones, VirtualMachine source, Duration took) {
        if (json) {
            var all = session().services().inventory().machines();
            Json.print(session().terminal().out(), j -> j.array(clones, new MachineJson(j, all)::write));
            return;
        }
        clones.forEach(c -> session().say(c.displayName()));
        session()
                .note("Made " + Words.count(clones.size(), full ? "full clone" : "linked clone") + " of "
                        + source.displayName() + " in " + Times.text(took) + ".");
    }
}
