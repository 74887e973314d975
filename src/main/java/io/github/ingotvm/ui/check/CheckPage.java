package io.github.ingotvm.ui.check;

import io.github.ingotvm.model.Checkup;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Headed;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Navigator.Tab;
import io.github.ingotvm.ui.common.Page;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What Check found, grouped by what it means, and what can be done about it. */
public final class CheckPage implements Page {
    private final Checking checking;
    private final MachineStore store;
    private final Navigator navigator;
    private final MachineActions actions;
    private final Button again = new Button("Check Again", Icons.of(Feather.REFRESH_CW));
    private final VBox column = new VBox(32);
    private final ScrollPane scroll;
    private final StackPane center = new StackPane();
    private final Headed view;
    private final InvalidationListener shower = o -> show();

    public CheckPage(Checking checking, MachineStore store, Navigator navigator, MachineActions actions) {
        this.checking = checking;
        this.store = store;
        this.navigator = navigator;
        this.actions = actions;
        again.setOnAction(e -> checking.look());
        again.setMinWidth(Region.USE_PREF_SIZE);
        view = new Headed("Check", navigator::back).with(again);
        column.getStyleClass().add("form-column");
        column.setMaxWidth(760);
        VBox middle = new VBox(column);
        middle.setAlignment(Pos.TOP_CENTER);
        middle.getStyleClass().add("form-page");
        scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        view.setCenter(center);
    }

    private void show() {
        boolean looking = checking.health().looking().get().isPresent();
        again.setDisable(looking);
        again.setText(looking ? "Checking…" : "Check Again");
        center.getChildren().setAll(content());
    }

    private Node content() {
        Optional<Checkup> found = checking.health().found().get();
        if (found.isEmpty()) {
            // What is known stays in view while it is looked at anew.
            return checking.health().looking().get().map(Quiet::looking).orElseGet(Quiet::unknown);
        } else if (found.get().findings().isEmpty()) {
            return Quiet.allIsWell(found.get());
        }
        column.getChildren().clear();
        for (Meaning meaning : Meaning.values()) {
            List<Finding> findings = meaning.of(found.get().findings());
            if (!findings.isEmpty()) {
                column.getChildren().add(group(meaning, findings));
            }
        }
        return scroll;
    }

    private Node group(Meaning meaning, List<Finding> findings) {
        if (meaning != Meaning.LEFTOVER) {
            return new FindingGroup(meaning, meaning.words(), findings, f -> FindingRow.sentence(f, way(meaning, f)));
        }
        List<Finding> removable = findings.stream().filter(Finding::fixable).toList();
        Button remove = new Button("Remove Leftovers", Icons.of(Feather.TRASH_2));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setDisable(removable.isEmpty());
        remove.setOnAction(e -> {
            again.requestFocus();
            checking.remove(removable);
        });
        long bytes = findings.stream().mapToLong(Finding::bytes).sum();
        String what = Formats.count(findings.size(), "file", "files") + ", " + Formats.size(bytes);
        remove.setAccessibleText("Remove what is left over: " + what);
        return new FindingGroup(meaning, what + ", " + meaning.words(), findings, FindingRow::file, remove);
    }

    /** Where something can be done about it. */
    private Node way(Meaning meaning, Finding finding) {
        Optional<MachineId> machine = finding.machine();
        if (machine.isEmpty()) {
            return new Region();
        }
        MachineId id = machine.get();
        String name = store.find(id).map(m -> m.displayName()).orElse("");
        return switch (meaning) {
            case GOLDEN -> FindingRow.way("Golden Images", "Show the golden images", navigator::golden);
            case HALF_MADE ->
                FindingRow.way(
                        "Mark as Installed",
                        "Mark " + name + " as installed",
                        () -> store.find(id).ifPresent(actions::markInstalled));
            case STANDING ->
                FindingRow.way(
                        "Resume",
                        "Let " + name + " go on",
                        () -> actions.resume(store.find(id).stream().toList()));
            default ->
                FindingRow.way(
                        "Show Snapshots",
                        "Show the snapshots of " + name,
                        () -> navigator.properties(id, Tab.SNAPSHOTS));
        };
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        checking.health().looking().addListener(shower);
        checking.health().found().addListener(shower);
        checking.look();
        show();
        again.requestFocus();
    }

    @Override
    public void left() {
        checking.health().looking().removeListener(shower);
        checking.health().found().removeListener(shower);
    }

    @Override
    public void refresh() {
        checking.look();
    }
}
