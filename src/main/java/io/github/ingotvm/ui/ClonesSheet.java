package io.github.ingotvm.ui;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.machines.DeletionPlan;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Rows;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.StateLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Says which clones stand on what shall be deleted, and offers the ways out. */
final class ClonesSheet extends Sheet {
    private static final double ROW = 44;
    private static final int MOST_ROWS = 5;

    private final List<VirtualMachine> all = new ArrayList<>();
    private final VirtualMachine machine;
    private final int machines;

    /** @param refused each with the machines that stand on it */
    ClonesSheet(List<DeletionPlan.Refused> refused) {
        super(title(refused), "");
        this.machine = refused.get(0).machine();
        this.machines = refused.size();
        List<VirtualMachine> clones = refused.stream()
                .flatMap(r -> r.dependants().stream())
                .distinct()
                .sorted(MachineStore.BY_NAME)
                .toList();
        Stream.concat(refused.stream().map(DeletionPlan.Refused::machine), clones.stream())
                .distinct()
                .forEach(all::add);
        Rows rows = new Rows(clones.stream().map(ClonesSheet::row).toList());
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setPrefViewportHeight(Math.min(clones.size(), MOST_ROWS) * ROW);
        scroll.setMinHeight(ROW);
        with(
                Fields.hint(
                        clones.size() == 1
                                ? "This machine is a linked clone and stands on its disks:"
                                : "These " + clones.size() + " machines are linked clones and stand on its disks:"),
                scroll,
                Fields.hint("Delete all of them together, or keep them: to go on without it, a linked clone is replaced"
                        + " by a full one (Clone…, Full)."));
        acceptWord().set("Delete All " + all.size());
        cancelWord("Keep Them");
        dangerous();
    }

    private static String title(List<DeletionPlan.Refused> refused) {
        List<VirtualMachine> machines =
                refused.stream().map(DeletionPlan.Refused::machine).toList();
        String name = Formats.brief(machines.get(0).displayName());
        return machines.size() == 1
                ? "“" + name + "” cannot be deleted alone"
                : machines.size() + " machines cannot be deleted alone";
    }

    private static Node row(VirtualMachine clone) {
        Label name = new Label(clone.displayName());
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        StateLabel state = new StateLabel();
        state.show(clone);
        HBox row = new HBox(16, name, state);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("finding-row");
        return row;
    }

    /** Offers to delete the machine alone where it has a golden image: the clones stand on that. */
    ClonesSheet onKeepGolden(Consumer<VirtualMachine> action) {
        boolean keepable = machine.currentGolden().isPresent() && !machine.isImageOnly();
        if (machines == 1 && keepable) {
            Button keep = new Button("Delete It, Keep Its Golden Image", Icons.of(Feather.ARCHIVE));
            keep.setOnAction(e -> {
                closeIfOpen();
                action.accept(machine);
            });
            with(keep);
        }
        return this;
    }

    /** @param action deletes these, and closes the sheet when that is done */
    ClonesSheet onDelete(BiConsumer<List<VirtualMachine>, ClonesSheet> action) {
        onAccept(() -> {
            setBusy(true);
            action.accept(all, this);
            return false;
        });
        return this;
    }
}
