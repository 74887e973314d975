package io.github.ingotvm.ui;

import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Sheets;
import io.github.ingotvm.ui.common.Works;

/** Closes the window, after asking where that would stop work half-way. */
final class Quit {
    private final Works works;
    private final Sheets sheets;
    private final Runnable closeWindow;

    Quit(Works works, Sheets sheets, Runnable closeWindow) {
        this.works = works;
        this.sheets = sheets;
        this.closeWindow = closeWindow;
    }

    void ask() {
        if (mayClose()) {
            closeWindow.run();
        }
    }

    /** False when the user is asked first; then closing goes on by itself. */
    boolean mayClose() {
        if (works.running().isEmpty()) {
            return true;
        }
        Sheet sheet = new Sheet("Quit Ingot?", "Stop and Quit")
                .dangerous()
                .cancelWord("Stay")
                .with(Fields.hint(underWay() + " Quitting stops that; nothing half-made is left behind."))
                .onAccept(() -> {
                    works.cancelAll();
                    closeWindow.run();
                    return true;
                });
        sheets.open(sheet);
        return false;
    }

    private String underWay() {
        int number = works.running().size();
        return number == 1
                ? works.running().get(0).title() + " is still under way."
                : Formats.count(number, "task is", "tasks are") + " still under way.";
    }
}
