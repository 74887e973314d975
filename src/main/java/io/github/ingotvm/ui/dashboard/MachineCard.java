package io.github.ingotvm.ui.dashboard;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Look;
import io.github.ingotvm.ui.common.Screen;
import io.github.ingotvm.ui.common.StateLabel;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A machine in the grid. */
final class MachineCard extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Screen screen;
    private final Label name = new Label();
    private final StateLabel state = new StateLabel();
    private final HBox chips = new HBox(4);
    private final Button more;
    private final Button keep = new Button("Keep");
    private VirtualMachine machine;

    MachineCard(
            VirtualMachine machine,
            Collection<VirtualMachine> all,
            Set<MachineId> damaged,
            ObservableValue<java.util.Optional<Image>> picture,
            Runnable showMenu,
            Runnable onKeep) {
        this.machine = machine;
        this.screen = new Screen(picture);
        this.more = Icons.button(Feather.MORE_HORIZONTAL, "Actions", showMenu);
        more.getStyleClass().add("card-more");
        more.setFocusTraversable(false);
        StackPane.setAlignment(more, Pos.TOP_RIGHT);
        keep.getStyleClass().add("card-keep");
        StackPane.setAlignment(keep, Pos.TOP_LEFT);
        keep.setFocusTraversable(false);
        keep.setTooltip(new Tooltip("Let it stay when it stops"));
        keep.setMinWidth(USE_PREF_SIZE);
        keep.setOnAction(e -> onKeep.run());
        StackPane top = new StackPane(screen, keep, more);
        top.getStyleClass().add("card-top");
        name.getStyleClass().add("card-name");
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setTooltip(new Tooltip());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        gap.setMinWidth(8);
        HBox foot = new HBox(state, gap, chips);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setMinHeight(24);
        chips.setAlignment(Pos.CENTER_RIGHT);
        VBox words = new VBox(4, name, foot);
        words.getStyleClass().add("card-words");
        getChildren().addAll(top, words);
        getStyleClass().add("machine-card");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        show(machine, all, damaged);
    }

    void show(VirtualMachine now, Collection<VirtualMachine> all, Set<MachineId> damaged) {
        machine = now;
        name.setText(now.displayName());
        name.getTooltip().setText(now.displayName());
        state.show(now);
        screen.show(now);
        keep.setVisible(now.isDisposable());
        keep.setManaged(now.isDisposable());
        keep.setAccessibleText("Keep " + now.displayName());
        List<Label> marks = Chips.of(now, all, damaged);
        chips.getChildren().setAll(marks);
        setAccessibleText(spoken(now, marks));
    }

    /** What is said of a machine to those who cannot see it. */
    static String spoken(VirtualMachine machine, List<Label> marks) {
        String said = marks.stream().map(c -> ", " + c.getAccessibleText()).collect(Collectors.joining());
        return machine.displayName() + ", " + Look.of(machine).word() + said;
    }

    VirtualMachine machine() {
        return machine;
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
