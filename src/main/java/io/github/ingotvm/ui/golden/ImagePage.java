package io.github.ingotvm.ui.golden;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.ui.common.Headed;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Menus;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Reading;
import io.github.ingotvm.ui.common.Rows;
import io.github.ingotvm.ui.common.Work;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One golden image: what it is for, its versions as a changelog, and the clones that stand on each. */
public final class ImagePage implements Page {
    private final GoldenParts parts;
    private final GoldenWays ways;
    private final MachineId id;
    private final ImageActions doing;
    private final Button clone = new Button("Clone…", Icons.of(Feather.COPY));
    private final Button verify = new Button("Verify", Icons.of(Feather.SHIELD));
    private final VBox verification = new VBox();
    private final VBox column = new VBox(24);
    private final ScrollPane scroll;
    private final Headed view;
    private final Reading<List<ImageSummary>> reading;
    private Optional<ImageSummary> shown = Optional.empty();
    private final InvalidationListener verifier = o -> verifying();

    public ImagePage(GoldenParts parts, GoldenWays ways, MachineId id) {
        this.parts = parts;
        this.ways = ways;
        this.id = id;
        this.doing = new ImageActions(parts, ways);
        this.reading = parts.reading(this::show);
        clone.getStyleClass().add(Styles.ACCENT);
        clone.setMinWidth(Region.USE_PREF_SIZE);
        clone.setDisable(true);
        clone.setOnAction(e -> shown.flatMap(ImageSummary::current).ifPresent(doing::clone));
        Button next = new Button("Promote Next…", Icons.of(Feather.PLUS_CIRCLE));
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setOnAction(e -> shown.ifPresent(doing::promoteNext));
        Button more = Menus.button(
                Feather.MORE_HORIZONTAL,
                "More on this golden image",
                () -> shown.map(new ImageMenu(doing)::ofPage).orElse(List.of()));
        more.getStyleClass().add(Styles.FLAT);
        view = new Headed("", ways.navigator()::back).with(new SealingLabel(parts.sealing()), next, clone, more);
        column.getStyleClass().add("form-column");
        column.setMaxWidth(860);
        VBox middle = new VBox(column);
        middle.setAlignment(Pos.TOP_CENTER);
        middle.getStyleClass().add("form-page");
        scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        view.setCenter(scroll);
        verify.getStyleClass().add(Styles.SMALL);
        verify.setAccessibleText("Verify every byte of this golden image");
        parts.store().find(id).ifPresent(m -> view.setTitle(m.goldenName()));
    }

    private void verifying() {
        showVerification();
        reading.soon();
    }

    /** Once its last version is golden no longer, there is nothing to show. */
    private void show(List<ImageSummary> all) {
        all.stream()
                .filter(i -> i.machine().id().equals(id))
                .findFirst()
                .ifPresentOrElse(this::show, ways.navigator()::back);
    }

    private void show(ImageSummary image) {
        if (Menus.isOpen(view)) {
            // A menu goes with the button that it hangs on; what is chosen in it comes first.
            reading.soon();
            return;
        }
        if (shown.filter(image::equals).isPresent()) {
            return;
        }
        boolean first = shown.isEmpty();
        int at = first ? 0 : focusedRow();
        shown = Optional.of(image);
        view.setTitle(image.name());
        clone.setDisable(image.current().filter(GoldenImage::intact).isEmpty());
        List<VersionRow> rows = image.versions().stream()
                .map(v -> new VersionRow(image, v, doing, ways.navigator()))
                .toList();
        column.getChildren().setAll(head(image), verification);
        image.damaged()
                .forEach(v -> column.getChildren()
                        .add(new DamageBanner(v, ways.navigator(), () -> doing.restore(v), () -> doing.verify(image))));
        boolean whole = image.current().filter(GoldenImage::intact).isPresent();
        if (whole && !image.behind().isEmpty()) {
            column.getChildren().add(behind(image));
        }
        Label heading = new Label("Versions");
        heading.getStyleClass().add("section-title");
        column.getChildren().add(new VBox(8, heading, new Rows(rows)));
        if (at >= 0) {
            // What lies in a scroll pane can take the keyboard only once the pane has its skin.
            scroll.applyCss();
            rows.get(Math.min(at, rows.size() - 1)).requestFocus();
        }
    }

    /** How far a verification is, while there is one. */
    private void showVerification() {
        Optional<Work> work = Optional.ofNullable(parts.verifying().running().get(id));
        verification.getChildren().setAll(work.map(VerifyStrip::new).stream().toList());
        verification.setVisible(work.isPresent());
        verification.setManaged(work.isPresent());
        verify.setDisable(work.isPresent());
    }

    /** Which row has the keyboard; negative when none. */
    private int focusedRow() {
        return column.lookupAll(".version-row").stream()
                .filter(n -> n.isFocusWithin())
                .map(n -> n.getParent().getChildrenUnmodifiable().indexOf(n))
                .findFirst()
                .orElse(-1);
    }

    private Node head(ImageSummary image) {
        Label facts = new Label(image.facts());
        facts.getStyleClass().add("hint");
        VBox words = new VBox(8);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        image.current().ifPresent(c -> words.getChildren().add(current(c)));
        if (!image.note().isBlank()) {
            Label note = new Label(image.note());
            note.setWrapText(true);
            words.getChildren().add(note);
        }
        verify.setOnAction(e -> doing.verify(image));
        HBox trust = new HBox(16, new TrustLabel(image.trust()), verify);
        trust.setAlignment(Pos.CENTER_LEFT);
        words.getChildren().addAll(facts, trust);
        HBox head = new HBox(20, new ImageFace(parts.thumbnails().of(id), 176), words);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node current(GoldenImage version) {
        Label name = new Label(version.snapshotName());
        name.getStyleClass().add(Styles.TITLE_4);
        name.setMinWidth(0);
        HBox line = new HBox(12, name, ImageCell.star(version));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node behind(ImageSummary image) {
        String label = image.current().map(c -> c.version().label()).orElse("");
        int number = image.behind().size();
        Label words = new Label(
                (number == 1 ? "One clone is" : number + " clones are") + " on another version than " + label + ".",
                Icons.of(Feather.ARROW_UP_CIRCLE));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button update = new Button(number == 1 ? "Update It…" : "Update All " + number + "…");
        update.setMinWidth(Region.USE_PREF_SIZE);
        update.setOnAction(e -> doing.update(image));
        HBox line = new HBox(16, words, update);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("group-rows", "padded", "behind-strip");
        return line;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        parts.verifying().running().addListener(verifier);
        showVerification();
        reading.start();
    }

    @Override
    public void left() {
        parts.verifying().running().removeListener(verifier);
        reading.stop();
    }

    @Override
    public void refresh() {
        shown = Optional.empty();
        reading.now();
    }
}
