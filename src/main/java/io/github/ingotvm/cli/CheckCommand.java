package io.github.ingotvm.cli;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.service.Doctor;
import java.util.ArrayList;
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
            description = "Remove the files that Ingot made and that are proved to be needed by nothing.")
    private boolean fix;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    CheckCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        Doctor doctor = session().services().doctor();
        List<Finding> removed = new ArrayList<>();
        if (fix) {
            removed.addAll(doctor.fix());
        }
        List<Finding> left = doctor.check();
        List<String> still = left.stream().map(Finding::subject).toList();
        removed.removeIf(f -> !f.fixable() || still.contains(f.subject()));
        if (json) {
            Json.print(
                    session().terminal().out(),
                    j -> j.object(() -> {
                        j.array("findings", left, f -> write(j, f));
                        j.array("removed", removed, f -> write(j, f));
                    }));
        } else {
            removed.forEach(f -> session().say("Removed " + f.subject() + "."));
            left.forEach(f -> session().say(f.sentence()));
            session().note(left.isEmpty() ? "All is well." : Words.count(left.size(), "finding") + ".");
        }
        return left.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void write(Json json, Finding finding) {
        json.object(() -> {
            json.field("kind", finding.kind());
            json.field("subject", finding.subject());
            json.field("message", finding.sentence());
            json.field("fixable", finding.fixable());
        });
    }
}
