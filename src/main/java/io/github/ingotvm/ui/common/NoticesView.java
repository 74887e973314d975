package io.github.ingotvm.ui.common;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.ui.common.Notice.Tone;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The notices at the foot of the window. */
public final class NoticesView extends VBox {
    private final Notices notices;
    private final Map<Notice, Region> cards = new HashMap<>();

    public NoticesView(Notices notices) {
        this.notices = notices;
        getStyleClass().add("notices");
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
        setSpacing(8);
        notices.shown().addListener((ListChangeListener<Notice>) change -> sync());
    }

    private void sync() {
        cards.keySet().removeIf(n -> !notices.shown().contains(n));
        getChildren()
                .setAll(notices.shown().stream()
                        .map(n -> cards.computeIfAbsent(n, this::card))
                        .toList());
    }

    private Region card(Notice notice) {
        Label text = new Label(notice.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(12, icon(notice.tone()), text);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(8, line);
        if (!notice.details().isEmpty()) {
            line.getChildren().add(detailsFold(notice, card));
        }
        notice.action().ifPresent(action -> {
            Button button = new Button(action.label());
            button.getStyleClass().addAll(Styles.SMALL, "notice-action");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> notices.act(notice));
            line.getChildren().add(button);
        });
        Button close = Icons.button(Feather.X, "Close", () -> notices.dismiss(notice));
        close.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        line.getChildren().add(close);
        card.getStyleClass().addAll("notice", notice.tone().name().toLowerCase(java.util.Locale.ROOT));
        card.setAccessibleText(notice.text());
        appear(card);
        leaveInTime(notice, card);
        return card;
    }

    private static Region icon(Tone tone) {
        Label icon = new Label();
        icon.setGraphic(Icons.of(
                switch (tone) {
                    case INFO -> Feather.INFO;
                    case GOOD -> Feather.CHECK_CIRCLE;
                    case BAD -> Feather.ALERT_TRIANGLE;
                }));
        icon.getStyleClass().add("notice-icon");
        icon.setMinWidth(Region.USE_PREF_SIZE);
        return icon;
    }

    private static Hyperlink detailsFold(Notice notice, VBox card) {
        TextArea details = new TextArea(notice.details());
        details.setEditable(false);
        details.setPrefRowCount(8);
        details.getStyleClass().add("notice-details");
        details.setAccessibleText("Details");
        Hyperlink fold = new Hyperlink("Details");
        fold.setMinWidth(Region.USE_PREF_SIZE);
        fold.setOnAction(e -> {
            boolean open = card.getChildren().remove(details);
            if (!open) {
                card.getChildren().add(details);
            }
            fold.setText(open ? "Details" : "Hide Details");
            fold.setVisited(false);
        });
        return fold;
    }

    private static void appear(Region card) {
        FadeTransition fade = new FadeTransition(Duration.millis(150), card);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.play();
    }

    /** Under the pointer a notice waits: who reads it, or aims at its button, is not done with it. */
    private void leaveInTime(Notice notice, Region card) {
        notice.stays().ifPresent(time -> {
            PauseTransition clock = new PauseTransition(Duration.millis((double) time.toMillis()));
            clock.setOnFinished(e -> notices.dismiss(notice));
            card.hoverProperty().addListener((o, was, is) -> {
                if (is) {
                    clock.stop();
                } else if (notices.shown().contains(notice)) {
                    clock.playFromStart();
                }
            });
            clock.play();
        });
    }
}
