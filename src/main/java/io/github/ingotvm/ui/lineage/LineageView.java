package io.github.ingotvm.ui.lineage;

import io.github.ingotvm.lineage.Forest;
import io.github.ingotvm.lineage.Layout;
import io.github.ingotvm.lineage.Layout.Box;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** The picture with what can be done in it. One node is chosen at a time; the arrows go from node to node. */
final class LineageView extends StackPane {
    private final NodeMenu menu;
    private final Runnable zoomed;
    private final Picture picture = new Picture(this::dress);
    private Walk walk = new Walk(Layout.of(new Forest(List.of())));
    private Optional<String> chosen = Optional.empty();
    private Optional<String> preferred = Optional.empty();
    private Optional<ContextMenu> open = Optional.empty();
    private String words = "";
    private Set<String> found = Set.of();

    /** @param zoomed is told when it may be shown larger or smaller */
    LineageView(NodeMenu menu, Runnable zoomed) {
        this.menu = menu;
        this.zoomed = zoomed;
        getChildren().setAll(picture);
        picture.setFocusTraversable(true);
        picture.setAccessibleRole(AccessibleRole.TREE_VIEW);
        picture.setAccessibleText("What came from what");
        new Hand(picture, zoomed);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        picture.focusedProperty().addListener((o, was, is) -> {
            if (is) {
                focusChosen();
            }
        });
    }

    private void dress(NodeBox node) {
        node.mark(!words.isEmpty(), found.contains(node.key()));
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            choose(node.key());
            e.consume();
        });
        node.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                walk.box(node.key()).ifPresent(b -> menu.open(b.node()));
            }
        });
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> {
            if (!e.isKeyboardTrigger()) {
                choose(node.key());
                menuOf(node).ifPresent(m -> m.show(picture, e.getScreenX(), e.getScreenY()));
            }
            e.consume();
        });
    }

    void show(Forest forest) {
        boolean hadFocus = picture.nodes().stream().anyMatch(NodeBox::isFocused);
        Layout layout = Layout.of(forest);
        walk = new Walk(layout);
        picture.show(layout);
        search(words);
        chosen = chosen.filter(key -> walk.box(key).isPresent());
        if (preferred.isPresent()) {
            preferred.flatMap(walk::box).ifPresent(this::go);
            preferred = Optional.empty();
        } else if (hadFocus) {
            // It does not jump back to what is chosen: somebody may be looking elsewhere.
            chosen.flatMap(walk::box)
                    .or(walk::first)
                    .ifPresent(b -> picture.hold(b).requestFocus());
        }
        zoomed.run();
    }

    /** What is to be chosen when the picture is next shown. */
    void prefer(String key) {
        preferred = Optional.of(key);
    }

    private void choose(String key) {
        chosen = Optional.of(key);
        focusChosen();
    }

    /** The chosen node, else the first, comes into sight and takes the keyboard. */
    void focusChosen() {
        chosen.flatMap(walk::box).or(walk::first).ifPresent(this::go);
    }

    private void go(Box box) {
        chosen = Optional.of(box.node().key());
        picture.reveal(box);
        picture.hold(box).requestFocus();
    }

    private Optional<ContextMenu> menuOf(NodeBox node) {
        open.ifPresent(ContextMenu::hide);
        ContextMenu now = new ContextMenu();
        walk.box(node.key()).ifPresent(b -> now.getItems().setAll(menu.items(b.node())));
        open = Optional.of(now).filter(m -> !m.getItems().isEmpty());
        return open;
    }

    private void onKey(KeyEvent e) {
        Optional<Box> at = chosen.flatMap(walk::box);
        boolean done = true;
        if (isMenuKey(e)) {
            at.flatMap(b -> picture.node(b.node().key())).ifPresent(this::showMenu);
        } else if (e.getCode() == KeyCode.ENTER && !e.isAltDown()) {
            at.ifPresent(b -> menu.open(b.node()));
        } else if (at.filter(b -> menu.obeys(b.node(), e)).isPresent()) {
            done = true;
        } else if (!e.isShortcutDown() && !e.isAltDown()) {
            done = walked(e.getCode(), at) || zoomedBy(e);
        } else {
            done = e.isShortcutDown() && zoomedBy(e);
        }
        if (done) {
            e.consume();
        }
    }

    /** Of the picture, not of the node, whose colours it would take on. */
    private void showMenu(NodeBox node) {
        Bounds place = node.localToScreen(node.getBoundsInLocal());
        menuOf(node).ifPresent(m -> m.show(picture, place.getMinX() + 12, place.getMaxY()));
    }

    private static boolean isMenuKey(KeyEvent e) {
        return e.getCode() == KeyCode.CONTEXT_MENU || (e.getCode() == KeyCode.F10 && e.isShiftDown());
    }

    private boolean walked(KeyCode key, Optional<Box> at) {
        Optional<Box> to = switch (key) {
            case LEFT -> at.flatMap(walk::toParent);
            case RIGHT -> at.flatMap(walk::toChild);
            case UP -> at.flatMap(walk::up);
            case DOWN -> at.flatMap(walk::down);
            case HOME -> walk.first();
            case END -> walk.last();
            default -> Optional.empty();
        };
        to.ifPresent(this::go);
        return to.isPresent() || key.isArrowKey();
    }

    private boolean zoomedBy(KeyEvent e) {
        switch (e.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(Camera.STEP);
            case MINUS, SUBTRACT -> zoom(1 / Camera.STEP);
            case DIGIT0, NUMPAD0 -> reset();
            default -> {
                return false;
            }
        }
        return true;
    }

    void zoom(double factor) {
        picture.camera().zoom(factor);
        moved();
    }

    void fit() {
        picture.camera().fit();
        moved();
    }

    void reset() {
        picture.camera().reset();
        moved();
    }

    private void moved() {
        picture.look();
        zoomed.run();
    }

    /** 1 is as large as it is. */
    double zoomed() {
        return picture.camera().zoom();
    }

    /** Marks what has these words. Gives how many have. */
    int search(String newWords) {
        words = newWords.strip();
        found = walk.matching(words).stream().map(b -> b.node().key()).collect(Collectors.toSet());
        picture.nodes().forEach(n -> n.mark(!words.isEmpty(), found.contains(n.key())));
        return found.size();
    }

    /** To the next one that was found, and from the last to the first. */
    void next() {
        List<Box> all = walk.matching(words);
        int at = all.stream().map(b -> b.node().key()).toList().indexOf(chosen.orElse(""));
        if (!all.isEmpty()) {
            Box box = all.get((at + 1) % all.size());
            chosen = Optional.of(box.node().key());
            picture.reveal(box);
        }
    }
}
