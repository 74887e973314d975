package io.github.ingotvm.ui.space;

import io.github.ingotvm.model.SpaceReport;
import io.github.ingotvm.model.SpaceReport.OfMachine;
import io.github.ingotvm.service.space.SpaceAccount;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Reading;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.common.Wheel;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Where the space went: pools, machines and snapshots, and what sharing saves. */
public final class SpacePage implements Page {
    private static final Duration REST = Duration.millis(300);

    private final Navigator navigator;
    private final FlowPane pools = new FlowPane(16, 16);
    private final Label saved = new Label();
    private final SpaceList list;
    private final VBox content;
    private final StackPane center = new StackPane();
    private final BorderPane view = new BorderPane();
    private final Reading<SpaceReport> reading;

    public SpacePage(
            SpaceAccount account, MachineStore store, Tools tools, Navigator navigator, MachineActions actions) {
        this.navigator = navigator;
        this.reading = new Reading<>(store, tools, REST, account::report, this::show);
        this.list = new SpaceList(actions, navigator);
        Label title = new Label("Space");
        title.getStyleClass().add("page-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(title, new Legend("own", "Own", "shared", "Shared with others"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("header");
        view.setTop(head);
        view.getStyleClass().add("page");
        saved.getStyleClass().add("hint");
        saved.setWrapText(true);
        VBox top = new VBox(12, pools, saved);
        top.getStyleClass().add("space-top");
        content = new VBox(top, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        center.getChildren().setAll(new Wheel("Adding up"));
        view.setCenter(center);
    }

    private void show(SpaceReport report) {
        pools.getChildren()
                .setAll(report.pools().stream()
                        .filter(p -> p.used() > 0)
                        .map(p -> new PoolBox(p, navigator::check))
                        .toList());
        saved.setText(savings(report));
        list.show(report);
        boolean first = !center.getChildren().contains(content);
        center.getChildren().setAll(content);
        if (first) {
            list.requestFocus();
        }
    }

    static String savings(SpaceReport report) {
        long own = report.machines().stream().mapToLong(m -> m.use().own()).sum();
        long full = report.machines().stream().mapToLong(m -> m.use().full()).sum();
        long shared = report.machines().stream()
                .map(OfMachine::use)
                .mapToLong(u -> u.shared())
                .max()
                .orElse(0);
        long taken =
                report.pools().stream().mapToLong(p -> p.used() - p.leftover()).sum();
        if (report.machines().isEmpty()) {
            return "There are no machines yet.";
        }
        if (shared == 0 || full <= taken) {
            return Formats.count(report.machines().size(), "machine", "machines") + ", " + Formats.size(own)
                    + " in all.";
        }
        return Formats.count(report.machines().size(), "machine", "machines") + " as full copies would take up to "
                + Formats.size(full) + "; standing on shared layers they take " + Formats.size(taken) + ".";
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        reading.start();
    }

    @Override
    public void left() {
        reading.stop();
    }

    @Override
    public void refresh() {
        reading.now();
    }
}
