package io.github.ingotvm.ui.lineage;

import io.github.ingotvm.lineage.Kin;
import io.github.ingotvm.lineage.Layout;
import io.github.ingotvm.lineage.Layout.Box;
import io.github.ingotvm.lineage.Layout.Edge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** The trees on a glass. Only what is seen, or nearly, has nodes: a thousand clones cost no more than those in sight. */
final class Picture extends Region {
    private final Pane world = new Pane();
    private final Group lines = new Group();
    private final Pane nodes = new Pane();
    private final Scale scale = new Scale();
    private final Translate shift = new Translate();
    private final Camera camera = new Camera();
    private final Consumer<NodeBox> dress;
    private final Map<String, NodeBox> shown = new HashMap<>();
    /** By the node they lead to. */
    private final Map<String, CubicCurve> drawn = new HashMap<>();

    private Layout layout = new Layout(List.of(), List.of(), 0, 0);

    /** @param dress is given every node that comes into sight */
    Picture(Consumer<NodeBox> dress) {
        this.dress = dress;
        getStyleClass().add("lineage-picture");
        world.setManaged(false);
        nodes.setPickOnBounds(false);
        world.getChildren().setAll(lines, nodes);
        world.getTransforms().setAll(shift, scale);
        getChildren().setAll(world);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    Camera camera() {
        return camera;
    }

    void show(Layout newLayout) {
        layout = newLayout;
        nodes.getChildren().clear();
        lines.getChildren().clear();
        shown.clear();
        drawn.clear();
        camera.picture(layout.width(), layout.height());
        look();
    }

    /** After the camera was moved. */
    void look() {
        shift.setX(Math.rint(camera.x()));
        shift.setY(Math.rint(camera.y()));
        scale.setX(camera.zoom());
        scale.setY(camera.zoom());
        Set<String> seen = new HashSet<>();
        for (Box box : layout.boxes()) {
            if (camera.sees(box.x(), box.y(), Layout.BOX_WIDTH, Layout.BOX_HEIGHT)) {
                seen.add(box.node().key());
                shown.computeIfAbsent(box.node().key(), k -> add(box));
            }
        }
        shown.values().removeIf(n -> {
            boolean leaves = !seen.contains(n.key()) && !n.isFocused();
            if (leaves) {
                nodes.getChildren().remove(n);
            }
            return leaves;
        });
        layout.edges().forEach(e -> draw(e, sees(e)));
    }

    /** The node at a place, in sight or not. */
    NodeBox hold(Box box) {
        return shown.computeIfAbsent(box.node().key(), k -> add(box));
    }

    private NodeBox add(Box box) {
        NodeBox node = new NodeBox(box);
        node.setManaged(false);
        dress.accept(node);
        nodes.getChildren().add(node);
        return node;
    }

    private boolean sees(Edge edge) {
        double top = Math.min(edge.from().y(), edge.to().y());
        double height = Math.abs(edge.from().y() - edge.to().y()) + Layout.BOX_HEIGHT;
        return camera.sees(edge.from().x(), top, edge.to().right() - edge.from().x(), height);
    }

    private void draw(Edge edge, boolean seen) {
        String to = edge.to().node().key();
        CubicCurve there = drawn.get(to);
        if (seen && there == null) {
            CubicCurve curve = curve(edge);
            drawn.put(to, curve);
            lines.getChildren().add(curve);
        } else if (!seen && there != null) {
            lines.getChildren().remove(there);
            drawn.remove(to);
        }
    }

    private static CubicCurve curve(Edge edge) {
        double x1 = edge.from().right();
        double x2 = edge.to().x();
        double y1 = edge.from().middle();
        double y2 = edge.to().middle();
        double bend = (x1 + x2) / 2;
        CubicCurve curve = new CubicCurve(x1, y1, bend, y1, bend, y2, x2, y2);
        curve.getStyleClass().add("lineage-line");
        if (edge.to().node().kin() == Kin.COPIED) {
            curve.getStyleClass().add("copied");
        }
        curve.setMouseTransparent(true);
        return curve;
    }

    Optional<NodeBox> node(String key) {
        return Optional.ofNullable(shown.get(key));
    }

    /** Those in sight. */
    List<NodeBox> nodes() {
        return List.copyOf(shown.values());
    }

    void reveal(Box box) {
        camera.reveal(box.x(), box.y(), Layout.BOX_WIDTH, Layout.BOX_HEIGHT);
        look();
    }

    @Override
    protected void layoutChildren() {
        camera.glass(getWidth(), getHeight());
        look();
        nodes.getChildren().forEach(n -> ((NodeBox) n).layout());
    }
}
