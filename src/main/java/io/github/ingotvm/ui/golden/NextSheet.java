package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.Snapshotter;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Promotes the next version of a golden image: its machine as it is now, or one of its snapshots. */
final class NextSheet {
    private final Services services;
    private final Tools tools;
    private final ComboBox<Mould> from = new ComboBox<>();
    private final TextField name = Fields.text("");
    private final TextArea note = Fields.note("", "What is new in it; optional");

    NextSheet(Services services, Tools tools) {
        this.services = services;
        this.tools = tools;
        from.setMaxWidth(Double.MAX_VALUE);
    }

    /** What may become the version; empty for the present state. */
    private record Mould(Optional<Snapshot> snapshot) {
        @Override
        public String toString() {
            return snapshot.map(s -> "Snapshot — " + Formats.brief(s.name()))
                    .orElse("As it is now (takes a snapshot first)");
        }
    }

    void open(ImageSummary image) {
        tools.background()
                .run(
                        () -> services.inventory().snapshots(image.machine().id()),
                        snapshots -> tools.sheets().open(sheet(image, snapshots)),
                        tools.notices()::error);
    }

    private Sheet sheet(ImageSummary image, List<Snapshot> snapshots) {
        VirtualMachine machine = image.machine();
        String label = "v" + (machine.mark().lastVersion() + 1);
        List<Mould> moulds = new ArrayList<>();
        moulds.add(new Mould(Optional.empty()));
        snapshots.stream()
                .filter(s -> s.kind() == Snapshot.Kind.EXTERNAL
                        && machine.mark().golden(s.id()).isEmpty())
                .sorted(Comparator.comparing(Snapshot::created).reversed())
                .forEach(s -> moulds.add(new Mould(Optional.of(s))));
        from.getItems().setAll(moulds);
        from.setValue(moulds.get(0));
        name.setText(Formats.brief(image.name()) + " " + label);
        VBox called = Fields.labelled("Name of the snapshot", name);
        called.visibleProperty().bind(from.valueProperty().map(m -> m.snapshot().isEmpty()));
        called.managedProperty().bind(called.visibleProperty());
        Sheet sheet = new Sheet("Promote " + label + " of “" + Formats.brief(image.name()) + "”", "Promote")
                .with(
                        Fields.labelled("From", from),
                        called,
                        Fields.labelled("Note", note),
                        Fields.hint("It becomes current: clones are cast from it, and those of older versions can be"
                                + " updated to it."));
        return sheet.onAccept(() -> {
            promote(machine, image.name(), sheet);
            return false;
        });
    }

    private void promote(VirtualMachine machine, String who, Sheet sheet) {
        sheet.setBusy(true);
        tools.background()
                .run(
                        () -> services.golden().promote(machine.id(), mould(machine), note.getText()),
                        version -> {
                            sheet.closeIfOpen();
                            said(who, version);
                        },
                        sheet::showProblem);
    }

    private SnapshotId mould(VirtualMachine machine) {
        return from.getValue()
                .snapshot()
                .map(Snapshot::id)
                .orElseGet(() -> services.snapshotter()
                        .take(machine.id(), new Snapshotter.Request(name.getText(), "", false))
                        .id());
    }

    private void said(String who, GoldenVersion version) {
        tools.notices().good(version.label() + " of " + Formats.brief(who) + " is current now.");
    }
}
