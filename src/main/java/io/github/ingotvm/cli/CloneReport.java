package io.github.ingotvm.cli;

import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.function.Function;

/** Says what became of several clones. */
final class CloneReport {
    private final Session session;

    CloneReport(Session session) {
        this.session = session;
    }

    /**
     * @param done what to say of a clone that was changed
     * @param idle what to say of one that needed nothing
     * @return the exit code: that of the first failure
     */
    int print(
            List<CloneOutcome> outcomes,
            Function<VirtualMachine, String> done,
            Function<VirtualMachine, String> idle,
            boolean json) {
        if (json) {
            Json.print(session.terminal().out(), j -> j.array(outcomes, o -> write(j, o)));
        }
        int code = ExitCode.DONE;
        for (CloneOutcome outcome : outcomes) {
            if (outcome.failure().isPresent()) {
                IngotException failure = outcome.failure().get();
                session.note("ingot: " + failure.getMessage());
                code = code == ExitCode.DONE ? ExitCode.of(failure.kind()) : code;
            } else if (!json) {
                session.say((outcome.changed() ? done : idle).apply(outcome.machine()));
            }
        }
        return session.cancellation().isCancelled() ? ExitCode.INTERRUPTED : code;
    }

    private static void write(Json json, CloneOutcome outcome) {
        json.object(() -> {
            json.field("id", outcome.machine().id().toString());
            json.field("name", outcome.machine().displayName());
            json.field("changed", outcome.changed());
            json.field("failure", outcome.failure().map(IngotException::getMessage));
        });
    }
}
