package io.github.ingotvm.cli;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.GoldenImages;
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
            "Put damaged files of a golden image back from copies.",
            "Only a copy that is what was sealed, byte for byte, is taken; which one belongs where is found out by itself."
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

    @Option(names = "--from", arity = "1..*", required = true, paramLabel = "FILE", description = "The copies.")
    private List<Path> copies = new ArrayList<>();

    GoldenRestoreCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        VirtualMachine machine = session().image(vm);
        GoldenVersion wanted = version.map(v -> v.of(machine)).orElseGet(() -> GoldenImages.requireCurrent(machine));
        List<String> restored;
        try (ProgressBar progress = session().progress()) {
            Verification damaged = verify(machine, wanted, progress);
            if (damaged.isIntact()) {
                restored = List.of();
            } else {
                restored = session().services().restorer().restore(damaged, copies, progress);
            }
        }
        restored.forEach(path -> session().say("Restored " + path + "."));
        Verification now = verify(machine, wanted, Progress.NONE);
        session()
                .say(wanted.label() + " of " + machine.displayName()
                        + (now.isIntact() ? " is intact." : " still lacks " + String.join(", ", now.damaged()) + "."));
        return now.isIntact() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Verification verify(VirtualMachine machine, GoldenVersion wanted, Progress progress) {
        return session()
                .services()
                .verifier()
                .verify(machine.id(), List.of(wanted.number()), progress)
                .get(0);
    }
}
