package io.github.ingotvm.ui.properties;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.TpmNotes;
import io.github.ingotvm.service.snapshots.Reverted;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;

/** Takes a machine back to a snapshot: offers to keep the present first, and Undo after. */
final class RevertSheet {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Services services;
    private final Tools tools;

    RevertSheet(Services services, Tools tools) {
        this.services = services;
        this.tools = tools;
    }

    void open(VirtualMachine machine, Snapshot snapshot) {
        CheckBox keep = new CheckBox("Keep the present state as a snapshot first");
        TextField name = Fields.text("Before reverting " + MOMENT.format(LocalDateTime.now(ZoneId.systemDefault())));
        name.setAccessibleText("Name of the snapshot of the present state");
        name.disableProperty().bind(keep.selectedProperty().not());
        String what = snapshot.memory().isPresent()
                ? "The machine goes on from that very moment, memory included."
                : machine.state().isActive()
                        ? "The machine is stopped, taken back, and started again."
                        : "The machine is taken back to that moment.";
        Sheet sheet = new Sheet("Revert to “" + Formats.brief(snapshot.name()) + "”", "Revert").with(Fields.hint(what));
        TpmNotes.onRevert(machine, snapshot).map(Fields::hint).ifPresent(hint -> {
            hint.getStyleClass().setAll("label", "warning");
            sheet.with(hint);
        });
        sheet.with(keep, name);
        tools.sheets().open(sheet.onAccept(() -> {
            revert(machine, snapshot, keep.isSelected() ? Optional.of(name.getText()) : Optional.empty(), sheet);
            return false;
        }));
    }

    private void revert(VirtualMachine machine, Snapshot snapshot, Optional<String> keepAs, Sheet sheet) {
        sheet.setBusy(true);
        tools.background()
                .run(
                        () -> services.reverter().revert(machine.id(), snapshot.id(), keepAs),
                        reverted -> {
                            sheet.closeIfOpen();
                            say(machine, snapshot, reverted);
                        },
                        sheet::showProblem);
    }

    private void say(VirtualMachine machine, Snapshot snapshot, Reverted reverted) {
        String done =
                "Reverted “" + Formats.brief(machine.displayName()) + "” to “" + Formats.brief(snapshot.name()) + "”.";
        if (reverted.isUndoable()) {
            tools.notices().undo(done, () -> run(reverted::undo), () -> run(reverted::settle));
        } else {
            tools.notices().good(done);
        }
    }

    private void run(Runnable step) {
        tools.background().run(step, () -> {}, tools.notices()::error);
    }
}
