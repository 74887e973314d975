package io.github.ingotvm.cli;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.Verification.State;
import io.github.ingotvm.model.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot golden verify} */
@Command(
        description = {
            "Read golden images through and compare every byte with what was sealed.",
            "What was never read is sealed. Exit code 1 when something was changed or is gone."
        })
final class GoldenVerifyCommand extends Action {
    @Parameters(arity = "0..1", paramLabel = "VM", description = "Name, title or UUID; else all of them.")
    private Optional<String> vm = Optional.empty();

    @Option(
            names = "--version",
            paramLabel = "N",
            converter = GoldenVersionOption.Converter.class,
            description = "Which version; else all.")
    private Optional<GoldenVersionOption> version = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    GoldenVerifyCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        if (vm.isEmpty() && version.isPresent()) {
            throw Session.invalid("Say which machine --version is of.");
        }
        List<VirtualMachine> machines = vm.map(session()::image)
                .map(List::of)
                .orElseGet(() -> session().services().inventory().machines());
        List<Verification> results = new ArrayList<>();
        try (ProgressBar progress = session().progress()) {
            machines.forEach(
                    m -> results.addAll(session().services().verifier().verify(m.id(), versions(m), progress)));
        }
        if (json) {
            Json.print(session().terminal().out(), j -> j.array(results, r -> write(j, r)));
        } else {
            results.forEach(this::print);
            if (results.isEmpty()) {
                session().note("There are no golden images.");
            }
        }
        return results.stream().allMatch(Verification::isIntact) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<Integer> versions(VirtualMachine machine) {
        return version.map(v -> List.of(v.of(machine).number()))
                .orElseGet(() -> machine.mark().golden().stream()
                        .map(GoldenVersion::number)
                        .toList());
    }

    private void print(Verification result) {
        String who = result.version().label() + " of " + result.machine().displayName();
        if (result.isIntact()) {
            boolean fresh = result.files().stream().anyMatch(f -> f.state() == State.SEALED);
            session().say(who + " is intact" + (fresh ? "; it was sealed now." : "."));
            return;
        }
        if (!result.recorded()) {
            session().say(who + ": its snapshot is gone.");
        }
        for (Verification.File file : result.files()) {
            if (file.state() == State.CHANGED || file.state() == State.MISSING) {
                session()
                        .say(who + ": " + file.path()
                                + (file.state() == State.MISSING ? " is gone." : " was CHANGED."));
            }
        }
        if (!result.clones().isEmpty()) {
            session()
                    .say("  Not to be trusted: "
                            + String.join(
                                    ", ",
                                    result.clones().stream()
                                            .map(VirtualMachine::displayName)
                                            .toList())
                            + ".");
        }
        session()
                .say("  `ingot golden restore " + Words.quoted(result.machine().displayName()) + " --version "
                        + result.version().number()
                        + (result.damaged().isEmpty()
                                ? "` records it anew."
                                : " --from FILE...` puts it back from a copy with the same digest."));
    }

    private static void write(Json json, Verification result) {
        json.object(() -> {
            json.object("machine", () -> {
                json.field("id", result.machine().id().toString());
                json.field("name", result.machine().displayName());
            });
            json.field("version", result.version().number());
            json.field("intact", result.isIntact());
            json.field("recorded", result.recorded());
            json.array(
                    "files",
                    result.files(),
                    f -> json.object(() -> {
                        json.field("path", f.path());
                        json.field("state", f.state());
                    }));
            json.array(
                    "clones",
                    result.clones(),
                    c -> json.object(() -> {
                        json.field("id", c.id().toString());
                        json.field("name", c.displayName());
                    }));
        });
    }
}
