package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a machine shows, as large as there is room; the last picture, dimmed, while it is off. */
public final class Screen extends Region {
    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");

    private final ImageView view = new ImageView();
    private final FontIcon icon = Icons.of(Feather.MONITOR, "screen-icon");
    private final StackPane badge = new StackPane(icon);
    private final Rectangle clip = new Rectangle();
    private boolean live;
    private boolean badged = true;

    public Screen(ObservableValue<Optional<Image>> picture) {
        getStyleClass().add("screen");
        view.setPreserveRatio(true);
        view.setSmooth(true);
        badge.getStyleClass().add("screen-badge");
        badge.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(view, badge);
        setClip(clip);
        picture.addListener((o, old, now) -> show(now));
        show(picture.getValue());
    }

    /** Whether a badge says in the picture what the machine is doing; where somebody else says so it is not needed. */
    public void setBadged(boolean badged) {
        this.badged = badged;
        look();
    }

    public void show(VirtualMachine machine) {
        live = machine.state() == PowerState.RUNNING;
        icon.setIconCode(
                switch (machine.state()) {
                    case RUNNING -> Feather.MONITOR;
                    case PAUSED -> Feather.PAUSE;
                    case CRASHED -> Feather.ALERT_TRIANGLE;
                    case OFF, SAVED -> Feather.POWER;
                });
        look();
    }

    private void show(Optional<Image> picture) {
        view.setImage(picture.orElse(null));
        look();
        requestLayout();
    }

    private void look() {
        boolean pictured = view.getImage() != null;
        badge.setVisible(badged && (!live || !pictured));
        view.setOpacity(live ? 1 : 0.3);
        pseudoClassStateChanged(BLANK, !live && !pictured);
    }

    /** The corners of what is inside follow those of the border around it. */
    public void round(double radius) {
        clip.setArcWidth(2 * radius);
        clip.setArcHeight(2 * radius);
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 ? 180 : Math.round(width * 10 / 16);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 288;
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        clip.setWidth(w);
        clip.setHeight(h);
        view.setFitWidth(w);
        view.setFitHeight(h);
        double shownW = view.getLayoutBounds().getWidth();
        double shownH = view.getLayoutBounds().getHeight();
        view.relocate(snapPositionX((w - shownW) / 2), snapPositionY((h - shownH) / 2));
        layoutInArea(badge, 0, 0, w, h, 0, Insets.EMPTY, false, false, HPos.CENTER, VPos.CENTER);
    }
}
