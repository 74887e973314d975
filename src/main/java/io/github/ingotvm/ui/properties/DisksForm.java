package io.github.ingotvm.ui.properties;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.DataDisk;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.machines.Deletion;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.RoleChoice;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.SizeField;
import io.github.ingotvm.ui.common.Tools;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The data disks of a machine: which there are, how clones of its golden image receive them, one more, one less. */
final class DisksForm extends VBox {
    private static final long USUAL = 20L << 30;

    private final Services services;
    private final MachineStore store;
    private final Tools tools;
    /** Removed, and the time for Undo is not over. */
    private final Set<String> hidden = new HashSet<>();

    private Optional<Content> shown = Optional.empty();

    DisksForm(Services services, MachineStore store, Tools tools) {
        super(12);
        this.services = services;
        this.store = store;
        this.tools = tools;
    }

    /** @param golden those that clones receive */
    private record Content(VirtualMachine machine, List<DataDisk> disks, List<DataDisk> golden) {
        MachineId id() {
            return machine.id();
        }

        boolean isOff() {
            return machine.state() == PowerState.OFF;
        }

        boolean isRunning() {
            return machine.state() == PowerState.RUNNING;
        }

        Optional<DataDisk> golden(DataDisk disk) {
            return golden.stream()
                    .filter(g -> g.disk().target().equals(disk.disk().target()))
                    .findFirst();
        }
    }

    void show(VirtualMachine machine) {
        tools.background().run(() -> read(machine), this::show, tools.notices()::error);
    }

    private Content read(VirtualMachine machine) {
        return new Content(
                machine,
                services.disks().of(machine.id()),
                machine.currentGolden().isPresent() ? services.disks().ofGolden(machine.id()) : List.of());
    }

    private void show(Content content) {
        if (!shown.equals(Optional.of(content))) {
            shown = Optional.of(content);
            fill(content);
        }
    }

    private void fill(Content content) {
        List<Node> rows = new ArrayList<>();
        content.disks().stream()
                .filter(d -> !hidden.contains(d.disk().target()))
                .forEach(d -> rows.add(row(content, d)));
        if (rows.isEmpty()) {
            rows.add(Fields.hint(
                    "None. What shall outlive updates and resets of a clone belongs on a disk of its own."));
        }
        Button add = new Button("Add Disk…", Icons.of(Feather.PLUS));
        add.setDisable(!content.isOff() && !content.isRunning());
        add.setMinWidth(Region.USE_PREF_SIZE);
        rows.add(add);
        add.setOnAction(e -> add(content.id()));
        getChildren().setAll(rows);
    }

    private HBox row(Content content, DataDisk disk) {
        String target = disk.disk().target();
        String file = disk.disk().source().orElse("empty");
        Label name = new Label(target + (disk.disk().readOnly() ? ", shared" : ""));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label facts = new Label(
                disk.capacity() == 0
                        ? file.substring(file.lastIndexOf('/') + 1)
                        : Formats.size(disk.capacity()) + ", " + Formats.size(disk.allocation()) + " on this disk");
        facts.getStyleClass().add("hint");
        facts.setTooltip(new Tooltip(file));
        facts.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(facts, Priority.ALWAYS);
        HBox row = new HBox(12, name, facts);
        row.setAlignment(Pos.CENTER_LEFT);
        content.golden(disk).ifPresent(golden -> {
            Label get = new Label("Clones get");
            get.getStyleClass().add("hint");
            get.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().addAll(get, new RoleChoice(golden, role -> setRole(content.id(), target, role)));
        });
        Button remove = Icons.button(Feather.TRASH_2, "Remove " + target, () -> remove(content.id(), target));
        remove.getStyleClass().add(Styles.FLAT);
        row.getChildren().add(whenOff(content, remove));
        return row;
    }

    private static Button whenOff(Content content, Button button) {
        button.setDisable(!content.isOff());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void setRole(MachineId id, String target, DiskRole role) {
        tools.background().run(() -> services.disks().setRole(id, target, role), () -> store.changed(id), e -> {
            shown.ifPresent(this::fill);
            tools.notices().error(e);
        });
    }

    private void add(MachineId id) {
        SizeField size = new SizeField();
        size.setBytes(USUAL);
        Sheet sheet = new Sheet("Add a disk", "Add")
                .with(
                        Fields.labelled("Size", size),
                        Fields.hint(
                                "It takes space only as it is filled. Updates and resets of a clone leave it alone."));
        sheet.onAccept(() -> {
            if (size.bytes().isEmpty()) {
                sheet.showProblem(SizeField.HELP);
                return false;
            }
            sheet.setBusy(true);
            tools.background()
                    .run(
                            () -> services.disks().add(id, size.bytes().getAsLong()),
                            disk -> {
                                sheet.closeIfOpen();
                                store.changed(id);
                            },
                            sheet::showProblem);
            return false;
        });
        tools.sheets().open(sheet);
    }

    private void remove(MachineId id, String target) {
        tools.background()
                .run(
                        () -> services.disks().remove(id, target),
                        removal -> hide(removal, target),
                        tools.notices()::error);
    }

    private void hide(Deletion removal, String target) {
        setHidden(target, true);
        String whose = Formats.brief(removal.machine().displayName());
        tools.notices()
                .undo(
                        "Removed the disk " + target + " of “" + whose + "”.",
                        () -> setHidden(target, false),
                        () -> tools.background()
                                .run(
                                        removal::commit,
                                        () -> gone(removal.machine().id(), target),
                                        e -> {
                                            setHidden(target, false);
                                            tools.notices().error(e);
                                        }));
    }

    private void gone(MachineId id, String target) {
        hidden.remove(target);
        store.changed(id);
    }

    private void setHidden(String target, boolean now) {
        if (now) {
            hidden.add(target);
        } else {
            hidden.remove(target);
        }
        shown.ifPresent(this::fill);
    }
}
