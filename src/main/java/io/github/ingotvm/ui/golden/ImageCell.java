package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Thumbnails;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A golden image in the list. */
final class ImageCell extends ListCell<ImageSummary> {
    private static final double FACE = 104;

    private final Thumbnails thumbnails;
    private final BiConsumer<ImageSummary, Node> showMenu;

    /** @param showMenu opens an image's menu below a node */
    ImageCell(Thumbnails thumbnails, BiConsumer<ImageSummary, Node> showMenu) {
        this.thumbnails = thumbnails;
        this.showMenu = showMenu;
        getStyleClass().add("image-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ImageSummary image, boolean empty) {
        super.updateItem(image, empty);
        setText(null);
        setGraphic(empty || image == null ? null : line(image));
        setAccessibleText(empty || image == null ? null : spoken(image));
    }

    private Node line(ImageSummary image) {
        Button more = Icons.button(Feather.MORE_HORIZONTAL, "More on " + image.name(), () -> {});
        more.setOnAction(e -> showMenu.accept(image, more));
        more.getStyleClass().addAll("flat", "row-more");
        more.setFocusTraversable(false);
        VBox words = words(image);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(
                16,
                new ImageFace(thumbnails.of(image.machine().id()), FACE),
                words,
                new TrustLabel(image.trust()),
                more);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("image-line");
        return line;
    }

    private static VBox words(ImageSummary image) {
        Label name = new Label(image.name());
        name.getStyleClass().add("row-title");
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(image.name()));
        HBox title = new HBox(8, name);
        title.setAlignment(Pos.CENTER_LEFT);
        image.current().ifPresent(c -> title.getChildren().add(star(c)));
        String about = image.note().isBlank() ? latest(image) : image.note();
        VBox words = new VBox(4, title);
        if (!about.isBlank()) {
            Label note = new Label(about.lines().findFirst().orElse(""));
            note.setMinWidth(0);
            words.getChildren().add(note);
        }
        Label facts = new Label(image.facts());
        facts.getStyleClass().add("hint");
        words.getChildren().add(facts);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        return words;
    }

    private static String latest(ImageSummary image) {
        return image.current().map(c -> c.version().note()).orElse("");
    }

    static Label star(GoldenImage current) {
        Label star = new Label(current.version().label(), Icons.of(Feather.STAR));
        star.getStyleClass().addAll("chip", "gold");
        star.setMinWidth(Region.USE_PREF_SIZE);
        star.setTooltip(new Tooltip("Clones are cast from " + current.version().label()));
        return star;
    }

    private static String spoken(ImageSummary image) {
        return "Golden image " + image.name() + ", "
                + image.current().map(c -> c.version().label()).orElse("no version") + " is current, "
                + image.facts().replace("  ·  ", ", ") + ", "
                + TrustLabel.word(image.trust()).toLowerCase(java.util.Locale.ROOT);
    }
}
