package io.github.ingotvm.ui.check;

import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Health;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.common.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs Check, and removes what it calls left over: out of sight at once, for good when the time for Undo is over. */
public final class Checking {
    private final Services services;
    private final Tools tools;
    private final Health health;

    public Checking(Services services, Tools tools, Health health) {
        this.services = services;
        this.tools = tools;
        this.health = health;
    }

    Health health() {
        return health;
    }

    /** Looks because the user wants to know. */
    void look() {
        look(e -> {
            if (e.kind() != Kind.CANCELLED) {
                tools.notices().error(e);
            }
        });
    }

    /** Looks without having been asked; what fails then is nobody's concern. */
    public void lookQuietly() {
        look(e -> {});
    }

    private void look(Consumer<IngotException> failed) {
        if (health.looking().get().isPresent()) {
            return;
        }
        Work work = tools.works()
                .aside(
                        "Check",
                        services.doctor()::look,
                        checkup -> {
                            health.looking().set(Optional.empty());
                            health.learn(checkup);
                        },
                        e -> {
                            health.looking().set(Optional.empty());
                            failed.accept(e);
                        });
        health.looking().set(Optional.of(work));
    }

    void remove(List<Finding> leftovers) {
        List<String> paths = leftovers.stream().map(Finding::subject).toList();
        health.setLeaving(paths, true);
        long bytes = leftovers.stream().mapToLong(Finding::bytes).sum();
        tools.notices()
                .undo(
                        "Removed " + Formats.count(paths.size(), "file", "files") + ", " + Formats.size(bytes) + ".",
                        () -> health.setLeaving(paths, false),
                        () -> commit(paths));
    }

    private void commit(List<String> paths) {
        tools.works()
                .start(
                        "Removing leftovers",
                        progress -> services.doctor().remove(paths, progress),
                        removed -> settle(paths),
                        e -> {
                            settle(paths);
                            tools.notices().error(e);
                        });
    }

    /** Looks anew before they may show again: what is removed must not come back for a moment. */
    private void settle(List<String> paths) {
        tools.background()
                .run(
                        () -> services.doctor().look(Progress.NONE),
                        checkup -> {
                            health.setLeaving(paths, false);
                            health.learn(checkup);
                        },
                        e -> health.setLeaving(paths, false));
    }
}
