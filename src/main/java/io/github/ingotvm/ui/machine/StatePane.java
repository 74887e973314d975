package io.github.ingotvm.ui.machine;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.machine.Help.Does;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says in the middle of the page why a machine cannot be used right now, with the one button that helps. */
final class StatePane extends StackPane {
    /** What passes sooner is not worth a word. */
    private static final Duration PATIENCE = Duration.millis(600);

    private final FontIcon icon = Icons.of(Feather.POWER, "state-icon");
    private final ProgressIndicator wheel = new ProgressIndicator();
    private final Label title = new Label();
    private final Label words = new Label();
    private final Button help = new Button();
    private final Button installed;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private Optional<Situation> shown = Optional.empty();

    /**
     * @param does does what the button says
     * @param markInstalled called when the user says that the installation has ended
     */
    StatePane(Consumer<Does> does, Runnable markInstalled) {
        wheel.setMinSize(32, 32);
        wheel.setPrefSize(32, 32);
        title.getStyleClass().add(Styles.TITLE_4);
        words.getStyleClass().add("empty-words");
        for (Label label : new Label[] {title, words}) {
            label.setWrapText(true);
            label.setTextAlignment(TextAlignment.CENTER);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        help.getStyleClass().addAll(Styles.ACCENT, "state-help");
        help.setOnAction(e -> shown.flatMap(Situation::help).map(Help::does).ifPresent(does));
        installed = new Button("Mark as Installed");
        installed.setOnAction(e -> markInstalled.run());
        HBox buttons = new HBox(12, help, installed);
        buttons.setAlignment(Pos.CENTER);
        buttons.managedProperty().bind(help.visibleProperty().or(installed.visibleProperty()));
        VBox card = new VBox(12, new StackPane(icon, wheel), title, words, buttons);
        card.getStyleClass().add("state-card");
        card.setAlignment(Pos.CENTER);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(card);
        setAccessibleRole(AccessibleRole.PARENT);
        setFocusTraversable(true);
        patience.setOnFinished(e -> setOpacity(1));
        setVisible(false);
    }

    /**
     * Gives whether it changed.
     *
     * @param now empty to vanish
     */
    boolean show(Optional<Situation> now) {
        if (now.equals(shown)) {
            return false;
        }
        boolean tellLater = now.isPresent() && !now.get().sudden() && shown.isEmpty();
        shown = now;
        setOpacity(tellLater ? 0 : 1);
        patience.stop();
        if (tellLater) {
            patience.playFromStart();
        }
        now.ifPresent(this::fill);
        setVisible(now.isPresent());
        return true;
    }

    private void fill(Situation s) {
        icon.setIconCode(s.icon());
        set(icon, !s.busy());
        set(wheel, s.busy());
        title.setText(s.title());
        words.setText(s.words());
        set(words, !s.words().isEmpty());
        help.setText(s.help().map(Help::word).orElse(""));
        set(help, s.help().isPresent());
        set(installed, s.markable());
        setAccessibleText(s.title() + (s.words().isEmpty() ? "" : ". " + s.words()));
    }

    private static void set(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /** Takes the keyboard: the button where there is one. */
    void focus() {
        if (help.isVisible()) {
            help.requestFocus();
        } else {
            requestFocus();
        }
    }
}
