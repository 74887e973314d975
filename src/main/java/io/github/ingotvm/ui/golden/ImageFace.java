package io.github.ingotvm.ui.golden;

import io.github.ingotvm.ui.common.Icons;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;

/** What a golden image looks like: its machine's picture, or a star as long as nobody has seen one. */
final class ImageFace extends StackPane {
    private static final PseudoClass PICTURED = PseudoClass.getPseudoClass("pictured");
    private static final double RADIUS = 8;

    private final ImageView picture = new ImageView();
    // Held here, and weakly by the picture, which outlives every list and page.
    private final javafx.beans.value.ChangeListener<Optional<Image>> shower = (o, was, is) -> show(is);

    ImageFace(ObservableValue<Optional<Image>> source, double width) {
        double height = Math.round(width * 10 / 16);
        getStyleClass().add("image-face");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        Rectangle clip = new Rectangle(width, height);
        clip.setArcWidth(2 * RADIUS);
        clip.setArcHeight(2 * RADIUS);
        setClip(clip);
        getChildren().setAll(Icons.of(Feather.STAR, width > 120 ? "face-star-large" : "face-star"), picture);
        source.addListener(new WeakChangeListener<>(shower));
        show(source.getValue());
    }

    private void show(Optional<Image> now) {
        picture.setImage(now.orElse(null));
        getChildren().get(0).setVisible(now.isEmpty());
        pseudoClassStateChanged(PICTURED, now.isPresent());
    }
}
