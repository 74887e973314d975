package io.github.ingotvm.ui.properties;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Inventory;
import io.github.ingotvm.service.space.SpaceAccount;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Lines above what a machine is, for what could be done about it, each with a button. */
final class Strips {
    private final MachineActions actions;

    Strips(MachineActions actions) {
        this.actions = actions;
    }

    /**
     * @param source what it was cast from, where that is still there
     * @param depth files in the longest chain of its disks
     */
    List<Node> of(VirtualMachine machine, Optional<VirtualMachine> source, int depth) {
        List<Node> strips = new ArrayList<>();
        if (machine.mark().install().isUnderWay()) {
            strips.add(installing(machine));
        }
        machine.mark()
                .lineage()
                .filter(l -> l.linked() && !machine.isDisposable())
                .ifPresent(l -> source.flatMap(s -> Inventory.update(machine, List.of(s)))
                        .ifPresent(current -> strips.add(behind(machine, l, current))));
        if (depth >= SpaceAccount.MANY_LAYERS) {
            strips.add(deep(machine, depth));
        }
        return strips;
    }

    private Node installing(VirtualMachine machine) {
        Label words = new Label("Its system is being installed. Ingot notices the end by itself.");
        Button done = new Button("Mark as Installed");
        done.setOnAction(e -> actions.markInstalled(machine));
        return strip(words, done);
    }

    private Node behind(VirtualMachine machine, Lineage lineage, GoldenVersion current) {
        Label words = new Label(
                "It stands on v" + lineage.version().orElse(0) + " of “" + Formats.brief(lineage.sourceName()) + "”; "
                        + current.label() + " is current.",
                Icons.of(Feather.ARROW_UP_CIRCLE));
        Button update = new Button("Update to " + current.label() + "…");
        update.setOnAction(e -> actions.care().update(List.of(machine)));
        Node strip = strip(words, update);
        strip.getStyleClass().add("behind-strip");
        return strip;
    }

    private Node deep(VirtualMachine machine, int depth) {
        Label words = new Label(
                "Its disk stands on " + depth
                        + " layers, and each slows reading a little. Delete snapshots that are not"
                        + " needed, then compact it.",
                Icons.of(Feather.ALERT_TRIANGLE));
        words.getStyleClass().add("warning");
        Button compact = new Button("Compact…", Icons.of(Feather.MINIMIZE_2));
        compact.setOnAction(e -> actions.care().compact(List.of(machine)));
        return strip(words, compact);
    }

    private static Node strip(Label words, Button button) {
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        button.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(16, words, button);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("group-rows", "padded");
        return line;
    }
}
