package io.github.ingotvm.ui.properties;

import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.TpmNotes;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** Asks for a new snapshot's name. */
public final class SnapshotSheet {
    private static final String QUIESCED = "Quiesced: the guest agent brings the file systems to rest first.";
    private static final String CRASH_CONSISTENT = "Crash-consistent: no guest agent answers, so as after a power cut.";

    private final Services services;
    private final Tools tools;

    public SnapshotSheet(Services services, Tools tools) {
        this.services = services;
        this.tools = tools;
    }

    public Sheet of(VirtualMachine machine) {
        TextField name = Fields.text("");
        name.setPromptText("What it is like now, as “Updates installed”");
        TextArea note = Fields.note("", "Optional");
        CheckBox memory = new CheckBox("With its memory, to go on from this very moment");
        Sheet sheet = new Sheet("Take a snapshot of “" + Formats.brief(machine.displayName()) + "”", "Take Snapshot")
                .with(Fields.labelled("Name", name), Fields.labelled("Note", note));
        boolean running = machine.state() == PowerState.RUNNING || machine.state() == PowerState.PAUSED;
        if (running) {
            sheet.with(memory, promise(machine, memory));
        }
        TpmNotes.onSnapshot(machine, false).map(Fields::hint).ifPresent(hint -> {
            hint.visibleProperty().bind(memory.selectedProperty().not());
            sheet.with(hint);
        });
        sheet.acceptWhen(name.textProperty().isNotEmpty());
        return sheet.onAccept(() -> {
            Snapshotter.Request request =
                    new Snapshotter.Request(name.getText(), note.getText(), running && memory.isSelected());
            take(machine, request, sheet);
            return false;
        });
    }

    /** What a snapshot of a running machine will be like: its agent is asked meanwhile. */
    private Label promise(VirtualMachine machine, CheckBox memory) {
        Label promise = Fields.hint("Asking whether the guest has an agent…");
        promise.visibleProperty().bind(memory.selectedProperty().not());
        tools.background()
                .run(
                        () -> machine.state() == PowerState.RUNNING
                                && services.power().agentAnswers(machine.id()),
                        answers -> promise.setText(answers ? QUIESCED : CRASH_CONSISTENT),
                        e -> promise.setText(CRASH_CONSISTENT));
        return promise;
    }

    private void take(VirtualMachine machine, Snapshotter.Request request, Sheet sheet) {
        sheet.setBusy(true);
        tools.works()
                .start(
                        "Taking “" + Formats.brief(request.name()) + "”",
                        progress -> services.snapshotter().take(machine.id(), request),
                        taken -> {
                            sheet.closeIfOpen();
                            tools.notices().good("Took “" + Formats.brief(taken.name()) + "”.");
                        },
                        e -> {
                            if (sheet.isOpen()) {
                                sheet.showProblem(e);
                            } else {
                                tools.notices().error(e);
                            }
                        });
    }
}
