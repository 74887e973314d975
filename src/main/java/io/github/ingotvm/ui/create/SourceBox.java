package io.github.ingotvm.ui.create;

import io.github.ingotvm.download.Proof;
import io.github.ingotvm.service.install.SystemView;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Work;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where the machine's system comes from: drop a file here, or choose one. */
final class SourceBox extends VBox {
    private static final List<String> DISCS = List.of("*.iso", "*.ISO");
    private static final List<String> IMAGES = Stream.of(
                    "qcow2", "img", "raw", "vmdk", "vdi", "vhd", "vhdx", "ova", "ovf", "gz", "xz", "zst", "bz2")
            .flatMap(e -> Stream.of("*." + e, "*." + e.toUpperCase(Locale.ROOT)))
            .toList();
    private static final String DROP = "Drop an ISO or a disk image here";
    private static final String HINT =
            "An installation disc, a disk image of any kind, or an appliance (OVA). A copied file or path can be pasted, too.";
    private static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Consumer<Path> choose;
    private final OtherSystems systems;
    private final FontIcon icon = Icons.of(Feather.DISC, "source-icon");
    private final Glyph glyph = new Glyph();
    private final StackPane picture = new StackPane();
    private final Label title = new Label(DROP);
    private final Label words = new Label(HINT);
    private final Label proof = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button button = new Button("Choose File…");
    private final Button fetch = new Button("Download a System…");
    private final Button inside = new Button("Look Inside");
    private final Button cancel = new Button("Cancel");
    private Optional<File> folder = Optional.empty();

    /**
     * @param choose called with the file that was chosen
     * @param catalogue called when the user would rather fetch one
     * @param lookInside called to find out what is installed on the image
     * @param systems what it might be instead
     */
    SourceBox(Consumer<Path> choose, Runnable catalogue, Runnable lookInside, OtherSystems systems) {
        this.choose = choose;
        this.systems = systems;
        getStyleClass().add("source-box");
        title.getStyleClass().add("source-title");
        title.setMinWidth(0);
        words.getStyleClass().add("hint");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        proof.setWrapText(true);
        proof.setMinHeight(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("source-bar");
        VBox text = new VBox(4, title, words, systems, proof, bar);
        VBox.setMargin(bar, new Insets(4, 0, 0, 0));
        text.setMinWidth(0);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> browse());
        picture.getChildren().setAll(icon);
        fetch.setMinWidth(Region.USE_PREF_SIZE);
        fetch.setOnAction(e -> catalogue.run());
        fetch.setMaxWidth(Double.MAX_VALUE);
        button.setMaxWidth(Double.MAX_VALUE);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        inside.setMinWidth(Region.USE_PREF_SIZE);
        inside.setMaxWidth(Double.MAX_VALUE);
        inside.setOnAction(e -> lookInside.run());
        inside.setTooltip(
                new Tooltip("Which system is installed on it, so that the machine fits; takes half a minute"));
        VBox ways = new VBox(8, button, fetch, inside, cancel);
        ways.setAlignment(Pos.CENTER);
        ways.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(16, picture, text, ways);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        show(proof, false);
        downloading(false);
        setOnDragEntered(e -> pseudoClassStateChanged(OVER, e.getDragboard().hasFiles()));
        setOnDragExited(e -> pseudoClassStateChanged(OVER, false));
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose an installation disc or a disk image");
        List<String> both = new java.util.ArrayList<>(DISCS);
        both.addAll(IMAGES);
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter("Discs and disk images", both),
                        new FileChooser.ExtensionFilter("Installation discs (ISO)", DISCS),
                        new FileChooser.ExtensionFilter("Disk images", IMAGES),
                        new FileChooser.ExtensionFilter("All files", "*"));
        folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow())).ifPresent(file -> {
            folder = Optional.ofNullable(file.getParentFile());
            choose.accept(file.toPath());
        });
    }

    /** Ctrl+V: takes a file that was copied in a file manager, or a path that was copied anywhere. */
    void pasted(KeyEvent e) {
        if (!PASTE.match(e) || e.getTarget() instanceof TextInputControl) {
            return;
        }
        Clipboard clipboard = Clipboard.getSystemClipboard();
        Optional<Path> file = clipboard.hasFiles()
                ? clipboard.getFiles().stream().map(File::toPath).findFirst()
                : Optional.ofNullable(clipboard.getString())
                        .map(String::strip)
                        .filter(t -> t.startsWith("/"))
                        .map(Path::of);
        file.ifPresent(choose);
        e.consume();
    }

    void dragOver(DragEvent e) {
        if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
        }
        e.consume();
    }

    void dropped(DragEvent e) {
        List<File> files = e.getDragboard().getFiles();
        e.setDropCompleted(!files.isEmpty());
        e.consume();
        files.stream().findFirst().ifPresent(f -> choose.accept(f.toPath()));
    }

    /** While a file comes: how far it is, and Cancel. */
    void downloading(String what, Work work) {
        waiting(Feather.DOWNLOAD, "Downloading ", what, work);
    }

    /** While somebody looks what is installed on an image: the same. */
    void lookingInside(String what, Work work) {
        waiting(Feather.SEARCH, "Looking inside ", what, work);
    }

    private void waiting(Feather picture, String doing, String what, Work work) {
        say(picture, "plain", what, "");
        words.textProperty().bind(work.doing());
        bar.progressProperty().bind(work.fraction());
        bar.setAccessibleText(doing + what);
        cancel.textProperty()
                .bind(Bindings.when(work.cancelling()).then("Cancelling…").otherwise("Cancel"));
        cancel.disableProperty().bind(work.cancelling());
        cancel.setOnAction(e -> work.cancel());
        downloading(true);
        cancel.requestFocus();
    }

    /** Offers to look what is installed on the image. */
    void offerInside(boolean now) {
        show(inside, now);
    }

    /** Offers what it might be instead. */
    void offerSystems(List<SystemView> others, boolean known) {
        systems.offer(others, known);
    }

    boolean isWaiting() {
        return bar.isVisible();
    }

    private void downloading(boolean now) {
        show(bar, now);
        show(cancel, now);
        show(button, !now);
        show(fetch, !now);
        show(inside, false);
    }

    /** What is known about a fetched file being the publisher's. */
    void proved(Proof known) {
        proof.setText(known.note());
        proof.getStyleClass().setAll("label", known.isChecked() ? "hint" : "warning");
        show(proof, true);
    }

    /** As in the beginning. */
    void reset() {
        say(Feather.DISC, "plain", DROP, HINT);
        button.setText("Choose File…");
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    void looking(Path file) {
        say(Feather.DISC, "plain", String.valueOf(file.getFileName()), "Looking at it…");
    }

    void accepted(Recognised found) {
        say(found.image() ? Feather.HARD_DRIVE : Feather.DISC, "good", found.title(), found.facts());
        found.system().ifPresent(distro -> {
            glyph.show(found.title(), distro);
            picture.getChildren().setAll(glyph);
        });
    }

    /** The same file is another system now; what is known of where it is from stays. */
    void renamed(Recognised found) {
        boolean proved = proof.isVisible();
        accepted(found);
        show(proof, proved);
    }

    void refused(String what, String why) {
        say(Feather.ALERT_TRIANGLE, "bad", what, why);
    }

    private void say(Feather what, String tone, String newTitle, String newWords) {
        words.textProperty().unbind();
        bar.progressProperty().unbind();
        cancel.textProperty().unbind();
        cancel.disableProperty().unbind();
        downloading(false);
        systems.hide();
        show(proof, false);
        icon.setIconCode(what);
        picture.getChildren().setAll(icon);
        title.setText(newTitle);
        words.setText(newWords);
        button.setText("Choose Another…");
        getStyleClass().removeAll("plain", "good", "bad");
        getStyleClass().add(tone);
        setAccessibleText(newTitle + ". " + newWords);
    }

    void focusFirst() {
        button.requestFocus();
    }
}
