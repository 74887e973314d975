package io.github.ingotvm.ui.refresh;

import io.github.ingotvm.service.clones.Refresher.Running;
import io.github.ingotvm.ui.common.Fields;
import java.time.Duration;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** What becomes of clones that run. Takes no room when none does. */
final class RunningChoice extends VBox {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ToggleGroup group = new ToggleGroup();
    private final RadioButton shutDown = new RadioButton("Shut down first, and start again after");
    private final RadioButton force = new RadioButton("Force off, and start again after");
    private final RadioButton leave = new RadioButton("Leave as they are");

    RunningChoice(int running, int all) {
        super(8);
        Label heading = new Label(running == all ? heading(all) : running + " of them " + verb(running) + ":");
        heading.getStyleClass().add("field-label");
        shutDown.setToggleGroup(group);
        force.setToggleGroup(group);
        leave.setToggleGroup(group);
        shutDown.setSelected(true);
        getChildren().addAll(heading, shutDown, force);
        if (running < all) {
            getChildren().add(leave);
        }
        getChildren()
                .add(Fields.hint("A guest that does not shut down within a minute is left to itself, and is told of."));
        setVisible(running > 0);
        setManaged(running > 0);
    }

    private static String verb(int number) {
        return number == 1 ? "is running" : "are running";
    }

    private static String heading(int all) {
        return (all == 1 ? "It " : "They ") + verb(all) + ":";
    }

    ObservableValue<?> changed() {
        return group.selectedToggleProperty();
    }

    /** Whether those that run are among those it is done to. */
    boolean includesRunning() {
        return !leave.isSelected();
    }

    Running running() {
        if (!isManaged() || leave.isSelected()) {
            return Running.REFUSE;
        }
        return new Running(
                force.isSelected() ? Running.How.FORCE_OFF : Running.How.SHUT_DOWN,
                force.isSelected() ? Duration.ZERO : PATIENCE,
                true);
    }
}
