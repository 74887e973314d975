package io.github.ingotvm.ui.create;

import io.github.ingotvm.ui.common.Icons;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
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
    private static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Consumer<Path> choose;
    private final FontIcon icon = Icons.of(Feather.DISC, "source-icon");
    private final Glyph glyph = new Glyph();
    private final StackPane picture = new StackPane();
    private final Label title = new Label("Drop an ISO or a disk image here");
    private final Label words = new Label(
            "An installation disc, a disk image of any kind, or an appliance (OVA). A copied file or path can be pasted, too.");
    private final Button button = new Button("Choose File…");
    private Optional<File> folder = Optional.empty();

    SourceBox(Consumer<Path> choose) {
        this.choose = choose;
        getStyleClass().add("source-box");
        title.getStyleClass().add("source-title");
        title.setMinWidth(0);
        words.getStyleClass().add("hint");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(4, title, words);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> browse());
        picture.getChildren().setAll(icon);
        HBox line = new HBox(16, picture, text, button);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
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

    void refused(Path file, String why) {
        say(Feather.ALERT_TRIANGLE, "bad", String.valueOf(file.getFileName()), why);
    }

    private void say(Feather what, String tone, String newTitle, String newWords) {
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
