package io.github.ingotvm.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;

/** Finds what the keyboard can reach and a screen reader could not name. */
final class Spoken {
    private Spoken() {}

    /** Every control below a node that can have the keyboard or be clicked, and has neither words nor an accessible name. */
    static List<String> nameless(Node root) {
        List<String> found = new ArrayList<>();
        walk(root, root, found);
        return found;
    }

    private static void walk(Node node, Node root, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (isControl(node) && name(node, root).isEmpty()) {
            found.add(node.getClass().getSimpleName() + " " + node.getStyleClass() + " in "
                    + Optional.ofNullable(node.getParent())
                            .map(p -> p.getStyleClass().toString())
                            .orElse(""));
        }
        boolean whole = node instanceof Spinner || node instanceof ComboBoxBase;
        if (node instanceof Parent parent && !whole) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, root, found));
        }
    }

    private static boolean isControl(Node node) {
        boolean pane = node instanceof ScrollPane;
        boolean clicked = node.getOnMouseClicked() != null || node instanceof javafx.scene.control.ButtonBase;
        // Scroll buttons and the like are drawn by a control and belong to it.
        boolean part = node.getStyleClass().stream()
                .anyMatch(
                        c -> c.equals("increment-button") || c.equals("decrement-button") || c.equals("arrow-button"));
        boolean nothing = node instanceof IndexedCell<?> cell && cell.isEmpty();
        return !pane && !part && !nothing && (node.isFocusTraversable() || clicked);
    }

    private static Optional<String> name(Node node, Node root) {
        Stream<String> own = Stream.ofNullable(node.getAccessibleText());
        Stream<String> text = node instanceof Labeled labeled ? Stream.ofNullable(labeled.getText()) : Stream.empty();
        Stream<String> label = root.lookupAll(".label").stream()
                .filter(n -> n instanceof Labeled l
                        && n instanceof javafx.scene.control.Label caption
                        && caption.getLabelFor() == node
                        && !l.getText().isBlank())
                .map(n -> ((Labeled) n).getText());
        return Stream.of(own, text, label)
                .flatMap(s -> s)
                .filter(t -> !t.isBlank())
                .findFirst();
    }
}
