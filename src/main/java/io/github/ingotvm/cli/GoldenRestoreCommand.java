package io.github.ingotvm.cli;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.restore.GoldenRestorer;
import io.github.ingotvm.service.restore.GoldenRestorer.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingot golden restore} */
@Command(
        description = {
            "Put damaged files of a golden image back: from copies of them, an export, any image of the disk, or a full clone.",
            "Only what is proved to be what was sealed is taken. Without --from its full clones that are off are looked at."
        })
final class GoldenRestoreCommand extends Action {
    @Parameters(paramLabel = "VM", description = "Name, title or UUID.")
    private String vm = "";

    @Option(
            names = "--version",
            paramLabel = "N",
            converter = GoldenVersionOption.Converter.class,
            description = "Which version; else the current one.")
    private Optional<GoldenVersionOption> version = Optional.empty();

    @Option(
            names = "--from",
            arity = "1..*",
            paramLabel = "FILE|VM",
            description = "Files of this computer, or machines that are off.")
    private List<String> sources = new ArrayList<>();

    GoldenRestoreCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().image(vm);
        GoldenVersion wanted = version.map(v -> v.of(machine)).orElseGet(() -> GoldenImages.requireCurrent(machine));
        Optional<GoldenRestorer.Restored> done = Optional.empty();
        try (ProgressBar progress = session().progress()) {
            Verification damaged = verify(machine, wanted, progress);
            if (!damaged.isIntact()) {
                done = Optional.of(session().services().restorer().restoreFrom(damaged, sources(damaged), progress));
                if (!damaged.recorded()) {
                    session().say("Recorded the snapshot of " + wanted.label() + " anew.");
                }
            }
        }
        done.ifPresent(this::say);
        Verification now = verify(machine, wanted, Progress.NONE);
        session()
                .say(wanted.label() + " of " + machine.displayName()
                        + (now.isIntact() ? " is intact." : " still lacks " + String.join(", ", now.damaged()) + "."));
        return now.isIntact() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void say(GoldenRestorer.Restored done) {
        done.paths().forEach(path -> session().say("Restored " + path + "."));
        done.damaged().forEach(v -> session().note(v + " shared the damage and still has it; restore it, too."));
    }

    private List<Source> sources(Verification damaged) {
        if (sources.isEmpty()) {
            return session().services().restorer().candidates(damaged).stream()
                    .map(m -> (Source) new Source.Machine(m.id()))
                    .toList();
        }
        return sources.stream().map(this::source).toList();
    }

    private Source source(String named) {
        Path file = Path.of(named).toAbsolutePath();
        return Files.exists(file) || named.contains("/")
                ? new Source.File(file)
                : new Source.Machine(session().machine(named).id());
    }

    private Verification verify(VirtualMachine machine, GoldenVersion wanted, Progress progress) {
        return session()
                .services()
                .verifier()
                .verify(machine.id(), List.of(wanted.number()), progress)
                .get(0);
    }
}
