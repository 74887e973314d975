package io.github.ingotvm.ui.lineage;

import io.github.ingotvm.lineage.Caption;
import io.github.ingotvm.lineage.Layout;
import io.github.ingotvm.lineage.Layout.Box;
import io.github.ingotvm.lineage.Node;
import io.github.ingotvm.lineage.Subject;
import io.github.ingotvm.ui.common.Icons;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A node in the picture. */
final class NodeBox extends HBox {
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");

    private final String key;

    NodeBox(Box box) {
        Node node = box.node();
        this.key = node.key();
        Caption caption = Caption.of(node);
        Label title = new Label(caption.title());
        title.getStyleClass().add("node-title");
        Label words = new Label(caption.words());
        words.getStyleClass().add("node-words");
        VBox text = new VBox(1, title, words);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().setAll(Icons.of(icon(node)), text);
        getStyleClass().addAll("lineage-node", look(node.subject()));
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(false);
        setAccessibleRole(AccessibleRole.TREE_ITEM);
        setAccessibleText(caption.title() + ", " + caption.words());
        Tooltip.install(this, new Tooltip(caption.title() + "\n" + caption.words()));
        resizeRelocate(box.x(), box.y(), Layout.BOX_WIDTH, Layout.BOX_HEIGHT);
    }

    String key() {
        return key;
    }

    /** @param searching whether anything is searched for at all */
    void mark(boolean searching, boolean found) {
        pseudoClassStateChanged(FOUND, searching && found);
        pseudoClassStateChanged(FAINT, searching && !found);
    }

    private static Feather icon(Node node) {
        Subject subject = node.subject();
        if (subject instanceof Subject.Frozen f) {
            return f.golden().isPresent() ? Feather.STAR : Feather.CAMERA;
        }
        if (subject instanceof Subject.Stack) {
            return Feather.LAYERS;
        }
        if (subject instanceof Subject.Gone) {
            return Feather.SLASH;
        }
        if (subject instanceof Subject.Machine m && m.machine().isImageOnly()) {
            return Feather.STAR;
        }
        return switch (node.kin()) {
            case OWN -> Feather.MONITOR;
            case LINKED -> Feather.LINK_2;
            case COPIED -> Feather.COPY;
        };
    }

    private static String look(Subject subject) {
        if (subject instanceof Subject.Frozen f) {
            return f.golden().isPresent() ? "golden" : "frozen";
        }
        if (subject instanceof Subject.Machine m) {
            return m.machine().state().name().toLowerCase(Locale.ROOT);
        }
        return subject instanceof Subject.Gone ? "gone" : "stack";
    }
}
