package io.github.ingotvm.lineage;

import java.util.ArrayList;
import java.util.List;

/**
 * Where everything stands in a picture, from left to right: children beside their parent, which stands in the middle of them, and no two nodes
 * on one another. Subtrees move together as far as their outlines allow.
 *
 * @param boxes parents before children, siblings from top to bottom
 * @param width of the whole, in pixels; no box reaches out of it
 * @param height the same
 */
public record Layout(List<Box> boxes, List<Edge> edges, double width, double height) {
    public static final double BOX_WIDTH = 208;
    public static final double BOX_HEIGHT = 44;
    private static final double COLUMN = BOX_WIDTH + 56;
    private static final double ROW = BOX_HEIGHT + 12;
    /** Between two trees. */
    private static final double APART = ROW + 20;

    private static final double MARGIN = 24;

    public Layout {
        boxes = List.copyOf(boxes);
        edges = List.copyOf(edges);
    }

    /** A node at its place: the left top corner. */
    public record Box(Node node, double x, double y) {
        /** Where lines begin and end. */
        public double middle() {
            return y + BOX_HEIGHT / 2;
        }

        public double right() {
            return x + BOX_WIDTH;
        }
    }

    /** From a parent to its child. */
    public record Edge(Box from, Box to) {}

    public static Layout of(Forest forest) {
        List<Box> boxes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        double top = MARGIN;
        for (Node root : forest.roots()) {
            Branch branch = Branch.of(root);
            branch.place(MARGIN, top - branch.top(), boxes, edges);
            top += branch.bottom() - branch.top() + APART;
        }
        double right = boxes.stream().mapToDouble(Box::right).max().orElse(0);
        return new Layout(boxes, edges, right + MARGIN, Math.max(2 * MARGIN, top - APART + BOX_HEIGHT + MARGIN));
    }

    /**
     * A subtree, laid out around its root.
     *
     * @param offsets how far below the root each child stands
     * @param highest top of the subtree in each column from the root's on, against the root's place
     * @param lowest the same for the bottom: the place of the lowest box
     */
    private record Branch(
            Node node, List<Branch> children, List<Double> offsets, List<Double> highest, List<Double> lowest) {
        static Branch of(Node node) {
            List<Branch> children = node.children().stream().map(Branch::of).toList();
            List<Double> offsets = new ArrayList<>();
            List<Double> high = new ArrayList<>();
            List<Double> low = new ArrayList<>();
            for (Branch child : children) {
                double offset = offsets.isEmpty() ? 0 : room(low, child);
                offsets.add(offset);
                for (int column = 0; column < child.highest.size(); column++) {
                    double highest = child.highest.get(column) + offset;
                    double lowest = child.lowest.get(column) + offset;
                    if (column < high.size()) {
                        low.set(column, lowest);
                    } else {
                        high.add(highest);
                        low.add(lowest);
                    }
                }
            }
            double middle = offsets.isEmpty() ? 0 : (offsets.get(0) + offsets.get(offsets.size() - 1)) / 2;
            offsets.replaceAll(o -> o - middle);
            high.replaceAll(o -> o - middle);
            low.replaceAll(o -> o - middle);
            high.add(0, 0.0);
            low.add(0, 0.0);
            return new Branch(node, children, offsets, high, low);
        }

        /** How far down a further child must stand to be clear of those above it. */
        private static double room(List<Double> low, Branch child) {
            double room = 0;
            for (int column = 0; column < Math.min(low.size(), child.highest.size()); column++) {
                room = Math.max(room, low.get(column) + ROW - child.highest.get(column));
            }
            return room;
        }

        double top() {
            return highest.stream().mapToDouble(h -> h).min().orElse(0);
        }

        double bottom() {
            return lowest.stream().mapToDouble(l -> l).max().orElse(0);
        }

        Box place(double x, double y, List<Box> boxes, List<Edge> edges) {
            Box box = new Box(node, x, y);
            boxes.add(box);
            for (int i = 0; i < children.size(); i++) {
                edges.add(new Edge(box, children.get(i).place(x + COLUMN, y + offsets.get(i), boxes, edges)));
            }
            return box;
        }
    }
}
