package io.github.ingotvm.ui.common;

import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineJoin;

/** Ingot's mark, a golden bar, drawn: JavaFX reads no SVG files. */
public final class LogoMark extends StackPane {
    private static final double DRAWN = 128;

    /** @param size width and height in pixels */
    public LogoMark(double size) {
        Group drawing = drawing();
        drawing.setScaleX(size / DRAWN);
        drawing.setScaleY(size / DRAWN);
        getChildren().add(new Group(drawing));
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMouseTransparent(true);
    }

    /** The mark as a picture, for the window's frame. */
    public static Image image(double size) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return new LogoMark(size).snapshot(clear, null);
    }

    private static Group drawing() {
        return new Group(
                face("M5 105 L20 50 L80 50 L92 109 L9 109 Q4 109 5 105 Z", shade("#f2b421", "#c97f06")),
                face(
                        "M92 109 L80 50 L104 22 L123 85 Q124 88 122 90 L96 108 Q94 109 92 109 Z",
                        shade("#b87004", "#8a4f00")),
                face("M20 50 L46 22 L104 22 L80 50 Z", shade("#fff3b8", "#eeb420")));
    }

    private static SVGPath face(String outline, Paint fill) {
        SVGPath path = new SVGPath();
        path.setContent(outline);
        path.setFill(fill);
        path.setStroke(Color.web("#6b3d00"));
        path.setStrokeWidth(2.5);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        return path;
    }

    private static Paint shade(String from, String to) {
        return new LinearGradient(
                0, 0, 0.25, 1, true, CycleMethod.NO_CYCLE, new Stop(0, Color.web(from)), new Stop(1, Color.web(to)));
    }
}
