package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Promotes the next version of a golden image: its machine or one of its clones, as it is now or at a snapshot. */
final class NextSheet {
    private final Services services;
    private final Tools tools;
    private final ComboBox<VirtualMachine> machine = new ComboBox<>();
    private final ComboBox<Mould> from = new ComboBox<>();
    private final TextField name = Fields.text("");
    private final TextArea note = Fields.note("", "What is new in it; optional");

    NextSheet(Services services, Tools tools) {
        this.services = services;
        this.tools = tools;
        machine.setMaxWidth(Double.MAX_VALUE);
        machine.setConverter(new Names());
        from.setMaxWidth(Double.MAX_VALUE);
    }

    /** Machines by what people call them. */
    private static final class Names extends StringConverter<VirtualMachine> {
        @Override
        public String toString(VirtualMachine shown) {
            return shown == null ? "" : Formats.brief(shown.displayName());
        }

        @Override
        public VirtualMachine fromString(String text) {
            throw new UnsupportedOperationException("nobody types here");
        }
    }

    void open(ImageSummary image) {
        List<VirtualMachine> machines = Mould.machines(image);
        if (machines.isEmpty()) {
            tools.notices()
                    .error(new IngotException(
                            Kind.NOT_FOUND,
                            "“" + Formats.brief(image.name())
                                    + "” has no machine to take the next version from; choose Edit"
                                    + " to make one, and change that."));
            return;
        }
        machine.getItems().setAll(machines);
        machine.valueProperty().addListener(o -> offer());
        machine.setValue(machines.get(0));
        tools.sheets().open(sheet(image));
    }

    private void offer() {
        VirtualMachine chosen = machine.getValue();
        // The present state can be had before the snapshots are read.
        show(chosen, List.of());
        tools.background()
                .run(
                        () -> services.inventory().snapshots(chosen.id()),
                        snapshots -> show(chosen, snapshots),
                        tools.notices()::error);
    }

    private void show(VirtualMachine chosen, List<Snapshot> snapshots) {
        if (chosen.equals(machine.getValue())) {
            from.getItems().setAll(Mould.of(chosen, snapshots));
            from.setValue(from.getItems().get(0));
        }
    }

    private Sheet sheet(ImageSummary image) {
        String label = "v" + (image.machine().mark().lastVersion() + 1);
        name.setText(Formats.brief(image.name()) + " " + label);
        VBox which = Fields.labelled("Machine", machine);
        which.setVisible(machine.getItems().size() > 1);
        which.setManaged(which.isVisible());
        VBox called = Fields.labelled("Name of the snapshot", name);
        called.visibleProperty()
                .bind(from.valueProperty().map(m -> m.snapshot().isEmpty()).orElse(true));
        called.managedProperty().bind(called.visibleProperty());
        Sheet sheet = new Sheet("Promote " + label + " of “" + Formats.brief(image.name()) + "”", "Promote")
                .with(
                        which,
                        Fields.labelled("From", from),
                        called,
                        Fields.labelled("Note", note),
                        Fields.hint("It becomes current: clones are cast from it, and those of older versions can be"
                                + " updated to it."));
        return sheet.onAccept(() -> {
            promote(image, sheet);
            return false;
        });
    }

    private void promote(ImageSummary image, Sheet sheet) {
        sheet.setBusy(true);
        Mould mould = from.getValue();
        tools.background()
                .run(
                        () -> services.golden()
                                .promoteTo(image.machine().id(), mould.machine(), snapshot(mould), note.getText()),
                        version -> {
                            sheet.closeIfOpen();
                            said(image.name(), version);
                        },
                        sheet::showProblem);
    }

    private SnapshotId snapshot(Mould mould) {
        return mould.snapshot()
                .map(Snapshot::id)
                .orElseGet(() -> services.snapshotter()
                        .take(mould.machine(), new Snapshotter.Request(name.getText(), "", false))
                        .id());
    }

    private void said(String who, GoldenVersion version) {
        tools.notices().good(version.label() + " of " + Formats.brief(who) + " is current now.");
    }
}
