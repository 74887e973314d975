package io.github.ingotvm.ui;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.space.SpaceGuard;
import io.github.ingotvm.ui.common.Background;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import javafx.application.Platform;

/** Lets machines be paused before the disk under them is full, and tells of it. */
final class DiskWatch implements AutoCloseable, SpaceGuard.Listener {
    private final Tools tools;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(Background.daemons("ingot-space"));
    private Optional<SpaceGuard> guard = Optional.empty();

    DiskWatch(Tools tools) {
        this.tools = tools;
    }

    void start(Services services) {
        tools.background()
                .run(
                        () -> services.guardSpace(executor, SpaceGuard.Limits.DEFAULT, this),
                        g -> guard = Optional.of(g),
                        tools.notices()::error);
    }

    @Override
    public void paused(List<VirtualMachine> machines, long free) {
        String sentence = "The disk is nearly full (" + Formats.size(free) + " free), so " + names(machines)
                + (machines.size() == 1 ? " is" : " are")
                + " paused before anything is lost. Free some space: "
                + (machines.size() == 1 ? "it goes" : "they go") + " on by "
                + (machines.size() == 1 ? "itself." : "themselves.");
        Platform.runLater(() -> tools.notices().error(new IngotException(IngotException.Kind.NO_SPACE, sentence)));
    }

    @Override
    public void wentOn(List<VirtualMachine> machines) {
        String sentence =
                "There is space again: " + names(machines) + (machines.size() == 1 ? " goes" : " go") + " on.";
        Platform.runLater(() -> tools.notices().good(sentence));
    }

    private static String names(List<VirtualMachine> machines) {
        return machines.stream().map(m -> Formats.brief(m.displayName())).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        guard.ifPresent(SpaceGuard::close);
        executor.shutdown();
    }
}
