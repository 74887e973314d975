package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.FileChange;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.common.Work;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Which files differ between two versions: asked for by a button, since it takes a minute. */
final class FilesBox extends VBox {
    private static final int ROWS = 8;
    private static final double ROW_HEIGHT = 26;

    private final Services services;
    private final Tools tools;
    private Optional<Work> running = Optional.empty();
    private int asked;

    FilesBox(Services services, Tools tools) {
        super(8);
        this.services = services;
        this.tools = tools;
        // Who closes the sheet waits for no answer.
        sceneProperty().addListener(o -> {
            if (getScene() == null) {
                leave();
            }
        });
    }

    /** Offers to compare these two; what was begun for others is given up. */
    void offer(MachineId image, int from, int to) {
        leave();
        if (from == to) {
            getChildren().clear();
        } else if (services.guestFiles().arePossible()) {
            Button look = new Button("Which Files…");
            look.setOnAction(e -> look(image, from, to));
            HBox row = new HBox(12, look, Fields.hint("Takes a minute or so."));
            row.setAlignment(Pos.CENTER_LEFT);
            getChildren().setAll(row);
        } else {
            getChildren()
                    .setAll(Fields.hint(
                            "Which files differ can be told once libguestfs is installed (libguestfs-tools)."));
        }
    }

    private void look(MachineId image, int from, int to) {
        int mine = ++asked;
        Work work = tools.works()
                .aside(
                        "Comparing files",
                        progress -> services.guestFiles().compare(image, from, to, progress),
                        changes -> {
                            if (mine == asked) {
                                show(changes);
                            }
                        },
                        e -> {
                            if (mine == asked) {
                                failed(e, image, from, to);
                            }
                        });
        running = Optional.of(work);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(work.fraction());
        bar.setAccessibleText("Comparing files");
        Button cancel = new Button("Cancel");
        cancel.setOnAction(e -> work.cancel());
        HBox row = new HBox(12, bar, new Label("Looking into both…"), cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(row);
        cancel.requestFocus();
    }

    private void show(List<FileChange> changes) {
        running = Optional.empty();
        if (changes.isEmpty()) {
            getChildren().setAll(new Label("Their files are the same."));
            return;
        }
        ListView<String> list = new ListView<>();
        list.getItems().setAll(changes.stream().map(FilesBox::line).toList());
        list.setPrefHeight(Math.min(ROWS, changes.size()) * ROW_HEIGHT + 4);
        list.setFixedCellSize(ROW_HEIGHT);
        list.setAccessibleText("Files that differ");
        getChildren().setAll(new Label(Formats.count(changes.size(), "file differs:", "files differ:")), list);
        list.requestFocus();
    }

    private static String line(FileChange change) {
        String sign = switch (change.kind()) {
            case ADDED -> "new: ";
            case REMOVED -> "gone: ";
            case CHANGED -> "changed: ";
        };
        String size =
                change.size().isPresent() ? ", " + Formats.size(change.size().getAsLong()) : "";
        return sign + change.path() + (change.type() == FileChange.Type.FOLDER ? "/" : "") + size;
    }

    private void failed(IngotException e, MachineId image, int from, int to) {
        offer(image, from, to);
        if (e.kind() != Kind.CANCELLED) {
            Label problem = new Label(e.getMessage());
            problem.setWrapText(true);
            problem.getStyleClass().add("problem");
            getChildren().add(problem);
        }
    }

    /** Gives up what is under way. */
    void leave() {
        asked++;
        running.ifPresent(Work::cancel);
        running = Optional.empty();
    }
}
