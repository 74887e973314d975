package io.github.ingotvm.ui.console;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.service.screen.ScreenAccess;
import io.github.ingotvm.service.screen.ScreenElsewhereException;
import io.github.ingotvm.ui.common.Notice;
import io.github.ingotvm.ui.common.Tools;
import java.util.Optional;

/** The way to a screen that another program must show. */
final class ForeignScreen {
    private final ScreenAccess screens;
    private final Tools tools;
    private final MachineId id;

    ForeignScreen(ScreenAccess screens, Tools tools, MachineId id) {
        this.screens = screens;
        this.tools = tools;
        this.id = id;
    }

    /** What helps against this, if anything does. */
    Optional<Notice.Action> way(IngotException why) {
        return why instanceof ScreenElsewhereException elsewhere && elsewhere.hasViewer()
                ? Optional.of(new Notice.Action("Open in Remote Viewer", this::open))
                : Optional.empty();
    }

    private void open() {
        tools.background().run(() -> screens.openInViewer(id), () -> {}, tools.notices()::error);
    }
}
