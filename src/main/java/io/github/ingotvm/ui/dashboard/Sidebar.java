package io.github.ingotvm.ui.dashboard;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Connection;
import io.github.ingotvm.ui.common.Health;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.LogoMark;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Navigator.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;

/** The places of the window, and what it is connected to. */
public final class Sidebar extends VBox {
    /** Which entry is marked. */
    public enum Entry {
        ALL,
        RUNNING,
        GOLDEN,
        LINEAGE,
        HISTORY,
        SPACE,
        NONE
    }

    private final MachineStore store;
    // No toggle group: in one the arrow keys would mark another entry without going there.
    private final List<ToggleButton> entries = new ArrayList<>();

    public Sidebar(MachineStore store, Connection connection, Health health, Navigator navigator) {
        this.store = store;
        getStyleClass().add("sidebar");
        Label brand = new Label("Ingot", new LogoMark(28));
        brand.getStyleClass().add("brand");
        VBox places = new VBox(
                2,
                entry(Entry.ALL, "All", Feather.GRID, m -> !m.isImageOnly(), () -> navigator.machines(Section.ALL)),
                entry(
                        Entry.RUNNING,
                        "Running",
                        Feather.PLAY,
                        m -> m.state().isActive(),
                        () -> navigator.machines(Section.RUNNING)),
                entry(
                        Entry.GOLDEN,
                        "Golden images",
                        Feather.STAR,
                        m -> m.currentGolden().isPresent(),
                        navigator::golden),
                entry(Entry.LINEAGE, "Lineage", Feather.GIT_BRANCH, m -> false, navigator::lineage),
                entry(Entry.HISTORY, "History", Feather.CLOCK, m -> false, () -> navigator.history(Optional.empty())),
                entry(Entry.SPACE, "Space", Feather.PIE_CHART, m -> false, navigator::space));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        VBox foot = foot(connection);
        foot.getChildren().add(0, new HealthHint(health, navigator::check));
        getChildren().addAll(brand, places, gap, foot);
    }

    private ToggleButton entry(
            Entry entry, String words, Feather icon, Predicate<VirtualMachine> counted, Runnable action) {
        Label name = new Label(words, Icons.of(icon));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label count = new Label();
        count.getStyleClass().add("count");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(4, name, gap, count);
        line.setAlignment(Pos.CENTER_LEFT);
        ToggleButton button = new ToggleButton();
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.getStyleClass().add("place");
        entries.add(button);
        button.setUserData(entry);
        button.setOnAction(e -> {
            button.setSelected(true);
            action.run();
        });
        store.machines().addListener((ListChangeListener<VirtualMachine>) c -> count(button, words, count, counted));
        count(button, words, count, counted);
        return button;
    }

    private void count(ToggleButton button, String words, Label label, Predicate<VirtualMachine> counted) {
        long number = store.machines().stream().filter(counted).count();
        label.setText(number == 0 ? "" : Long.toString(number));
        button.setAccessibleText(number == 0 ? words : words + ", " + number);
    }

    /** Marks where the user is. */
    public void mark(Entry entry) {
        entries.forEach(e -> e.setSelected(e.getUserData() == entry));
    }

    private static VBox foot(Connection connection) {
        Circle dot = new Circle(4);
        dot.getStyleClass().add("dot");
        Label place = new Label("Connecting…", dot);
        place.getStyleClass().addAll("connection", "busy");
        Label note = new Label("", Icons.of(Feather.ALERT_CIRCLE));
        note.getStyleClass().add("accel-note");
        note.setVisible(false);
        note.setTooltip(new Tooltip());
        note.getTooltip().setWrapText(true);
        note.getTooltip().setMaxWidth(360);
        place.setTooltip(new Tooltip());
        Runnable show = () -> {
            connection.host().get().ifPresent(host -> {
                place.setText(host.place());
                place.getTooltip().setText(host.uri() + "\n" + host.about());
                note.setText(host.emulated() ? "Emulated, slower" : "");
                note.setVisible(host.emulated());
                note.getTooltip().setText(host.note());
                note.setAccessibleText(host.note());
            });
            boolean lost = connection.lost().get();
            place.getStyleClass().removeAll("running", "crashed", "busy");
            place.getStyleClass().add(lost ? "crashed" : connection.host().get().isPresent() ? "running" : "busy");
            place.setAccessibleText(place.getText() + (lost ? ", connection lost" : ", connected"));
        };
        connection.host().addListener(o -> show.run());
        connection.lost().addListener(o -> show.run());
        show.run();
        VBox foot = new VBox(4, place, note);
        foot.getStyleClass().add("sidebar-foot");
        return foot;
    }
}
