package io.github.ingotvm.ui.refresh;

import io.github.ingotvm.model.CloneOutcome;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.ui.common.Formats;
import java.util.List;
import java.util.Optional;

/**
 * What became of clones, in words.
 *
 * @param asked how many it should be done to
 * @param verb what was done: {@code updated}, {@code reset}
 * @param to {@code  to v3}; may be empty
 */
record Report(int asked, String verb, String to) {
    static List<MachineId> changed(List<CloneOutcome> outcomes) {
        return outcomes.stream()
                .filter(CloneOutcome::changed)
                .map(o -> o.machine().id())
                .toList();
    }

    /** That it was done, or how far it went. */
    String done(List<CloneOutcome> outcomes) {
        List<CloneOutcome> changed =
                outcomes.stream().filter(CloneOutcome::changed).toList();
        String who = changed.size() == 1
                ? "“" + Formats.brief(changed.get(0).machine().displayName()) + "” is "
                : Formats.count(changed.size(), "clone is ", "clones are ");
        String rest = outcomes.size() < asked ? "; cancelled before the other " + (asked - outcomes.size()) : "";
        return who + verb + to + rest + ".";
    }

    /** What failed: the reason of one, or of each as a line of the details. */
    Optional<IngotException> failure(List<CloneOutcome> outcomes) {
        List<CloneOutcome> failed =
                outcomes.stream().filter(o -> o.failure().isPresent()).toList();
        if (failed.size() <= 1) {
            return failed.stream().findFirst().flatMap(CloneOutcome::failure);
        }
        List<String> lines = failed.stream()
                .map(o -> o.machine().displayName() + ": "
                        + o.failure().orElseThrow().getMessage())
                .toList();
        return Optional.of(new IngotException(
                Kind.FAILED,
                failed.size() + " of " + asked + " clones were not " + verb + "; the details say why.",
                lines,
                null));
    }
}
