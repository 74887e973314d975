package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.GoldenComparison;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Rows;
import io.github.ingotvm.ui.common.Sheet;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How two versions of a golden image differ. */
final class CompareSheet {
    private final Services services;
    private final Tools tools;
    private final ComboBox<String> from = new ComboBox<>();
    private final ComboBox<String> to = new ComboBox<>();
    private final VBox answer = new VBox(12);
    private final FilesBox files;

    CompareSheet(Services services, Tools tools) {
        this.services = services;
        this.tools = tools;
        this.files = new FilesBox(services, tools);
        answer.setMinHeight(120);
    }

    /** @param number one of the two; the other is the one before it, or after the first */
    void open(ImageSummary image, int number) {
        List<Integer> numbers = image.versions().stream()
                .map(v -> v.version().number())
                .sorted()
                .toList();
        int at = numbers.indexOf(number);
        List<String> labels = numbers.stream().map(n -> "v" + n).toList();
        from.getItems().setAll(labels);
        to.getItems().setAll(labels);
        from.setValue(labels.get(Math.max(0, at - 1)));
        to.setValue(labels.get(at == 0 ? 1 : at));
        from.setAccessibleText("Compare from");
        to.setAccessibleText("Compare to");
        HBox which = new HBox(12, from, new Label("compared with"), to);
        which.setAlignment(Pos.CENTER_LEFT);
        Sheet sheet =
                new Sheet("Versions of “" + Formats.brief(image.name()) + "”", "Close").with(which, answer, files);
        sheet.withoutCancel();
        Runnable look = () -> look(image, sheet);
        from.valueProperty().addListener(o -> look.run());
        to.valueProperty().addListener(o -> look.run());
        tools.sheets().open(sheet);
        look.run();
    }

    private void look(ImageSummary image, Sheet sheet) {
        int one = Integer.parseInt(from.getValue().substring(1));
        int other = Integer.parseInt(to.getValue().substring(1));
        answer.getChildren().setAll(Fields.hint("Looking…"));
        files.offer(image.machine().id(), one, other);
        tools.background()
                .run(
                        () -> services.versions().compare(image.machine().id(), one, other),
                        found -> {
                            // The user may have chosen two others since.
                            if (("v" + one).equals(from.getValue()) && ("v" + other).equals(to.getValue())) {
                                show(found);
                            }
                        },
                        sheet::showProblem);
    }

    private void show(GoldenComparison found) {
        answer.getChildren().clear();
        String note = found.to().note();
        if (!note.isBlank()) {
            Label words = new Label(found.to().label() + ": " + note);
            words.setWrapText(true);
            answer.getChildren().add(words);
        }
        Label disks = new Label(
                found.differing() == 0
                        ? "Their disks are the same."
                        : "On the disks at most " + Formats.size(found.differing()) + " differ.");
        answer.getChildren().add(disks);
        if (found.hardware().isEmpty()) {
            answer.getChildren().add(new Label("The hardware is the same."));
        } else {
            answer.getChildren()
                    .add(new Rows(
                            found.hardware().stream().map(CompareSheet::row).toList()));
        }
    }

    private static Node row(GoldenComparison.Change change) {
        Label what = new Label(change.what().substring(0, 1).toUpperCase(Locale.ROOT)
                + change.what().substring(1));
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        String words = change.before().isEmpty()
                ? "new: " + change.after()
                : change.after().isEmpty() ? "gone: " + change.before() : change.before() + "  →  " + change.after();
        Label values = new Label(words);
        values.setWrapText(true);
        what.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(16, what, values);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("finding-row");
        return row;
    }
}
