package io.github.ingotvm.cli;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.service.check.Doctor;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ingot check} */
@Command(
        description = {
            "Look for broken chains, changed golden images and files that nothing needs.",
            "Exit code 1 when something is left to do."
        })
final class CheckCommand extends Action {
    @Option(
            names = "--fix",
            description = {
                "Remove the files that Ingot made and that are proved to be needed by nothing,",
                "and resume machines that an interrupted snapshot left standing still."
            })
    private boolean fix;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    CheckCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        session().services().disposables().sweep(Duration.ZERO); // whoever asked for them has agreed already
        Doctor doctor = session().services().doctor();
        List<Finding> removed = fix ? fix(doctor) : List.of();
        List<Finding> left = doctor.check();
        if (json) {
            Json.print(
                    session().terminal().out(),
                    j -> j.object(() -> {
                        j.array("findings", left, f -> write(j, f));
                        j.array("removed", removed, f -> write(j, f));
                    }));
        } else {
            removed.forEach(f -> session()
                    .say((f.kind() == Finding.Kind.LEFT_PAUSED ? "Resumed " : "Removed ") + f.subject() + "."));
            left.forEach(f -> session().say(f.sentence()));
            session().note(summary(left));
        }
        return left.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<Finding> fix(Doctor doctor) {
        try (ProgressBar progress = session().progress()) {
            return doctor.fix(progress);
        }
    }

    private static String summary(List<Finding> left) {
        if (left.isEmpty()) {
            return "All is well.";
        }
        List<Finding> leftovers = left.stream().filter(Finding::fixable).toList();
        String found = Words.count(left.size(), "finding") + ".";
        if (leftovers.isEmpty()) {
            return found;
        }
        long bytes = leftovers.stream().mapToLong(Finding::bytes).sum();
        return found + " `ingot check --fix` removes " + Words.count(leftovers.size(), "file") + ", "
                + ByteSize.text(bytes) + ".";
    }

    private static void write(Json json, Finding finding) {
        json.object(() -> {
            json.field("kind", finding.kind());
            json.field("subject", finding.subject());
            json.field("message", finding.sentence());
            json.field("fixable", finding.fixable());
            json.field("size", finding.bytes());
        });
    }
}
