package io.github.ingotvm.ui.properties;

import io.github.ingotvm.ui.properties.SnapshotRow.Rail;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.QuadCurve;
import javafx.scene.shape.Shape;

/** The dots and lines at the left of a snapshot's row. */
final class RailView extends Pane {
    private static final double LANE = 24;
    private static final double DOT_AT = 28;

    private final Rail rail;
    private final String tone;

    /** @param tone style class of the dot: {@code plain}, {@code gold} or {@code now} */
    RailView(Rail rail, String tone) {
        this.rail = rail;
        this.tone = tone;
        getStyleClass().add("rail");
        int lanes = Math.max(
                        rail.lane(),
                        rail.through().stream().mapToInt(i -> i).max().orElse(0))
                + 1;
        setMinWidth(lanes * LANE);
        setPrefWidth(lanes * LANE);
        setMouseTransparent(true);
    }

    private static double x(int lane) {
        return lane * LANE + LANE / 2;
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        double h = getHeight();
        rail.through().forEach(lane -> line(x(lane), 0, x(lane), h));
        double x = x(rail.lane());
        rail.from().ifPresent(from -> {
            if (from == rail.lane()) {
                line(x, 0, x, DOT_AT);
            } else {
                double p = x(from);
                add(new QuadCurve(p, 0, p, DOT_AT, x, DOT_AT), "rail-line");
            }
        });
        if (rail.goesOn()) {
            line(x, DOT_AT, x, h);
        }
        add(new Circle(x, DOT_AT, tone.equals("plain") ? 5 : 6), "rail-dot", tone);
    }

    private void line(double x1, double y1, double x2, double y2) {
        add(new Line(x1, y1, x2, y2), "rail-line");
    }

    private void add(Shape shape, String... styleClasses) {
        shape.getStyleClass().setAll(styleClasses);
        shape.setManaged(false);
        getChildren().add(shape);
    }
}
