package io.github.ingotvm.ui.properties;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotNode;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.CloneStarter;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.MachineMenu;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Notice;
import io.github.ingotvm.ui.common.RolesBox;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with a snapshot. */
final class SnapshotActions {
    private final Services services;
    private final MachineStore store;
    private final Tools tools;
    private final CloneStarter cloning;
    private final RevertSheet revert;

    SnapshotActions(Services services, MachineStore store, Tools tools, CloneStarter cloning) {
        this.services = services;
        this.store = store;
        this.tools = tools;
        this.cloning = cloning;
        this.revert = new RevertSheet(services, tools);
    }

    List<MenuItem> items(VirtualMachine machine, SnapshotNode node) {
        boolean external = node.snapshot().kind() == Snapshot.Kind.EXTERNAL;
        List<MenuItem> items = new ArrayList<>();
        if (node.golden().isPresent()) {
            GoldenVersion golden = node.golden().get();
            items.add(MachineMenu.item("Demote", Feather.ARROW_DOWN, "", () -> demote(machine, golden)));
        } else {
            MenuItem promote =
                    MachineMenu.item("Promote to Golden…", Feather.STAR, "", () -> promote(machine, node.snapshot()));
            promote.setDisable(!external);
            items.add(promote);
            mould(machine)
                    .filter(image -> external)
                    .ifPresent(image -> items.add(MachineMenu.item(
                            "Promote as Next Version of “" + Formats.brief(image.goldenName()) + "”…",
                            Feather.PLUS_CIRCLE,
                            "",
                            () -> promote(image, machine, node.snapshot()))));
        }
        items.add(MachineMenu.item("Revert To…", Feather.ROTATE_CCW, "", () -> revert.open(machine, node.snapshot())));
        MenuItem clone = MachineMenu.item(
                "Clone From Here…",
                Feather.COPY,
                "",
                () -> cloning.clone(machine, node.snapshot().id()));
        clone.setDisable(!external);
        items.add(clone);
        items.add(new SeparatorMenuItem());
        items.add(MachineMenu.item("Rename…", Feather.EDIT_2, "F2", () -> rename(machine, node)));
        items.add(MachineMenu.item("Delete…", Feather.TRASH_2, "Delete", () -> delete(machine, node)));
        return items;
    }

    /** The golden image that a machine was cast from. */
    private Optional<VirtualMachine> mould(VirtualMachine machine) {
        return machine.mark()
                .lineage()
                .flatMap(l -> store.find(l.source()))
                .filter(m -> m.currentGolden().isPresent());
    }

    private void promote(VirtualMachine machine, Snapshot snapshot) {
        promote(machine, machine, snapshot);
    }

    /** @param image what gets the version: the machine itself, or what it was cast from */
    private void promote(VirtualMachine image, VirtualMachine machine, Snapshot snapshot) {
        tools.background()
                .run(
                        () -> services.disks().ofSnapshot(image.id(), snapshot),
                        disks -> promote(image, machine, snapshot, new RolesBox(disks)),
                        tools.notices()::error);
    }

    private void promote(VirtualMachine image, VirtualMachine machine, Snapshot snapshot, RolesBox roles) {
        TextArea note = Fields.note("", "What is new in it; optional");
        String next = "v" + (image.mark().lastVersion() + 1);
        boolean own = image.id().equals(machine.id());
        String whose = own ? "golden " + next : next + " of “" + Formats.brief(image.goldenName()) + "”";
        Sheet sheet = new Sheet("Promote “" + Formats.brief(snapshot.name()) + "” to " + whose, "Promote")
                .with(
                        Fields.hint(
                                own
                                        ? "From now on clones are cast from it. It is protected: nothing changes or deletes"
                                                + " it while it is golden."
                                        : "From now on clones are cast from it, and those there are can be updated to it."
                                                + " This machine is not needed for that any more."),
                        Fields.labelled("Note", note));
        if (!roles.getChildren().isEmpty()) {
            sheet.with(Fields.hint("What clones get of its data disks:"), roles);
        }
        sheet.onAccept(() -> {
            sheet.setBusy(true);
            tools.background()
                    .run(
                            () -> services.golden()
                                    .promoteTo(image.id(), machine.id(), snapshot.id(), note.getText(), roles.chosen()),
                            version -> {
                                sheet.closeIfOpen();
                                tools.notices()
                                        .good(
                                                "“" + Formats.brief(snapshot.name()) + "” is golden image "
                                                        + version.label()
                                                        + (own
                                                                ? "."
                                                                : " of " + Formats.brief(image.goldenName()) + "."),
                                                new Notice.Action(
                                                        "Clone…", () -> cloning.clone(image, version.snapshot())));
                            },
                            sheet::showProblem);
            return false;
        });
        tools.sheets().open(sheet);
    }

    private void demote(VirtualMachine machine, GoldenVersion golden) {
        tools.background()
                .run(
                        () -> services.golden().demote(machine.id(), golden.number()),
                        () -> tools.notices().good("Golden " + golden.label() + " is an ordinary snapshot again."),
                        tools.notices()::error);
    }

    void rename(VirtualMachine machine, SnapshotNode node) {
        TextField name = Fields.text(node.snapshot().name());
        TextArea note = Fields.note(node.snapshot().note(), "Optional");
        Sheet sheet = new Sheet("Rename snapshot", "Rename")
                .with(Fields.labelled("Name", name), Fields.labelled("Note", note));
        sheet.onAccept(() -> {
            sheet.setBusy(true);
            tools.background()
                    .run(
                            () -> services.snapshots()
                                    .describe(machine.id(), node.snapshot().id(), name.getText(), note.getText()),
                            renamed -> sheet.closeIfOpen(),
                            sheet::showProblem);
            return false;
        });
        tools.sheets().open(sheet);
    }

    /** Asks: what only this snapshot holds cannot be brought back. */
    void delete(VirtualMachine machine, SnapshotNode node) {
        Optional<GoldenVersion> golden = node.golden();
        String name = Formats.brief(node.snapshot().name());
        if (golden.isPresent()) {
            tools.notices()
                    .info("“" + name + "” is golden image " + golden.get().label() + "; demote it first.");
            return;
        }
        Sheet sheet = new Sheet("Delete “" + name + "”?", "Delete")
                .dangerous()
                .with(Fields.hint("You can no longer revert to it; this cannot be undone. The machine and its other"
                        + " snapshots stay as they are."));
        sheet.onAccept(() -> {
            tools.background()
                    .run(
                            () -> services.snapshots()
                                    .delete(machine.id(), node.snapshot().id()),
                            () -> tools.notices().good("Deleted “" + name + "”."),
                            tools.notices()::error);
            return true;
        });
        tools.sheets().open(sheet);
    }
}
