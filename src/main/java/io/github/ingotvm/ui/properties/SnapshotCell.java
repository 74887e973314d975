package io.github.ingotvm.ui.properties;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.SnapshotNode;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** A row of the snapshot tree. */
final class SnapshotCell extends ListCell<SnapshotRow> {
    private final BiConsumer<SnapshotRow, Node> showMenu;

    /** @param showMenu opens a row's menu below a node */
    SnapshotCell(BiConsumer<SnapshotRow, Node> showMenu) {
        this.showMenu = showMenu;
        getStyleClass().add("snapshot-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(SnapshotRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Optional<SnapshotNode> node = row.node();
        VBox words = node.map(n -> words(n, row.machine())).orElseGet(() -> present(row.machine()));
        HBox.setHgrow(words, Priority.ALWAYS);
        String tone = node.isEmpty() ? "now" : node.get().golden().isPresent() ? "gold" : "plain";
        HBox line = new HBox(12, new RailView(row.rail(), tone), words);
        line.setAlignment(Pos.TOP_LEFT);
        line.setFillHeight(true);
        if (node.isPresent()) {
            Button more = Icons.button(Feather.MORE_HORIZONTAL, "Actions", () -> {});
            more.setOnAction(e -> showMenu.accept(row, more));
            more.getStyleClass().addAll("flat", "row-more");
            more.setFocusTraversable(false);
            VBox at = new VBox(more);
            at.setAlignment(Pos.CENTER);
            line.getChildren().add(at);
        }
        setGraphic(line);
        setAccessibleText(spoken(row));
    }

    private static VBox present(VirtualMachine machine) {
        Label title = new Label("You are here");
        title.getStyleClass().addAll("row-title", "now");
        Label hint =
                new Label("The machine as it is now: " + Look.of(machine).word().toLowerCase(java.util.Locale.ROOT));
        hint.getStyleClass().add("hint");
        VBox words = new VBox(4, title, hint);
        words.getStyleClass().add("row-words");
        return words;
    }

    private static VBox words(SnapshotNode node, VirtualMachine machine) {
        Snapshot snapshot = node.snapshot();
        Label name = new Label(snapshot.name());
        name.getStyleClass().add("row-title");
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(snapshot.name()));
        HBox title = new HBox(8, name);
        title.setAlignment(Pos.CENTER_LEFT);
        node.golden().ifPresent(g -> {
            boolean current = machine.currentGolden().filter(g::equals).isPresent();
            Label star = new Label("Golden " + g.label(), Icons.of(Feather.STAR));
            star.getStyleClass().addAll("chip", current ? "gold" : "lineage");
            star.setMinWidth(Region.USE_PREF_SIZE);
            star.setTooltip(new Tooltip((current ? "Clones are cast from it. " : "An older golden image. ")
                    + (g.note().isBlank() ? "" : g.note())));
            title.getChildren().add(star);
        });
        VBox words = new VBox(4, title);
        words.getStyleClass().add("row-words");
        words.setMinWidth(0);
        if (!snapshot.note().isBlank()) {
            Label note = new Label(snapshot.note());
            note.setWrapText(true);
            note.setMinHeight(Region.USE_PREF_SIZE);
            words.getChildren().add(note);
        }
        Label facts = new Label(String.join("  ·  ", facts(node)));
        facts.getStyleClass().add("hint");
        facts.setTooltip(new Tooltip(Formats.exactly(snapshot.created()) + "\n" + meaning(snapshot.consistency())
                + (node.clones().isEmpty() ? "" : "\nClones: " + String.join(", ", node.clones()))));
        words.getChildren().add(facts);
        return words;
    }

    private static List<String> facts(SnapshotNode node) {
        List<String> facts = new ArrayList<>();
        facts.add(Formats.time(node.snapshot().created()));
        if (node.snapshot().kind() == Snapshot.Kind.INTERNAL) {
            facts.add("inside the disk image, made by another tool");
        } else {
            facts.add(Formats.size(node.size()));
        }
        switch (node.snapshot().consistency()) {
            case MEMORY -> facts.add("with memory");
            case QUIESCED -> facts.add("quiesced");
            case CRASH_CONSISTENT -> facts.add("crash-consistent");
            case OFF -> facts.add("powered off");
        }
        if (!node.clones().isEmpty()) {
            facts.add(Formats.count(node.clones().size(), "clone", "clones"));
        }
        return facts;
    }

    private static String meaning(Snapshot.Consistency consistency) {
        return switch (consistency) {
            case OFF -> "Taken while the machine was off.";
            case QUIESCED -> "Taken running, with the guest's file systems at rest: nothing half-written.";
            case CRASH_CONSISTENT ->
                "Taken running, without the guest's knowledge: its disks are as after a power cut.";
            case MEMORY -> "Taken running, with its memory: it can go on from that very moment.";
        };
    }

    private static String spoken(SnapshotRow row) {
        return row.node()
                .map(n -> n.snapshot().name()
                        + n.golden().map(g -> ", golden " + g.label()).orElse("")
                        + ", " + String.join(", ", facts(n)))
                .orElse("You are here");
    }
}
