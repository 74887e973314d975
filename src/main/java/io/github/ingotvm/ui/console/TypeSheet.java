package io.github.ingotvm.ui.console;

import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Sheet;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Asks what to type into a machine, and on which keyboard: says before what cannot be typed there. */
final class TypeSheet {
    private static final int SHOWN = 12;

    /** A keyboard that the machine may be set to. */
    record Choice(String name, Layout layout) {}

    private final TextArea text = Fields.note("", "Text to type");
    private final ChoiceBox<Choice> choice = new ChoiceBox<>();
    private final Label missing = Fields.hint("");
    private final Label time = Fields.hint("");
    private final Sheet sheet = new Sheet("Type text", "Type");

    /**
     * @param from what to begin with
     * @param choices at least one, the likely one first
     * @param type types it
     */
    TypeSheet(String from, List<Choice> choices, Consumer<TypingPlan> type) {
        text.setText(from.replace("\r\n", "\n"));
        text.setPrefRowCount(6);
        choice.getItems().setAll(choices);
        choice.getSelectionModel().selectFirst();
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Choice value) {
                return value.name();
            }

            @Override
            public Choice fromString(String name) {
                return choices.get(0);
            }
        });
        missing.getStyleClass().add("warning-words");
        VBox keyboard = Fields.labelled("Keyboard layout that the machine is set to", choice);
        show(keyboard, choices.size() > 1);
        sheet.with(Fields.labelled("Text", text), keyboard, new VBox(4, time, missing));
        sheet.acceptWhen(text.textProperty().isNotEmpty());
        sheet.onAccept(() -> {
            type.accept(plan());
            return true;
        });
        text.textProperty().addListener((o, was, is) -> tell());
        choice.valueProperty().addListener((o, was, is) -> tell());
        tell();
    }

    Sheet sheet() {
        return sheet;
    }

    private TypingPlan plan() {
        return TypingPlan.of(text.getText(), choice.getValue().layout());
    }

    private void tell() {
        TypingPlan plan = plan();
        sheet.acceptWord().set("Type " + Formats.count(plan.keys().size(), "Sign", "Signs"));
        Duration all = plan.time();
        time.setText("Each line break is a press of Enter."
                + (all.toSeconds() < 5 ? "" : " It takes about " + brief(all) + "."));
        missing.setText(warning(plan.missing()));
        show(missing, !plan.missing().isEmpty());
    }

    private static String brief(Duration time) {
        return time.toSeconds() < 90
                ? Formats.count(time.toSeconds(), "second", "seconds")
                : Formats.count((time.toSeconds() + 30) / 60, "minute", "minutes");
    }

    private static String warning(List<String> signs) {
        String first = String.join(" ", signs.subList(0, Math.min(SHOWN, signs.size())));
        return "This keyboard has no key for " + first + (signs.size() > SHOWN ? " …" : "") + ". "
                + (signs.size() == 1 ? "It is" : "They are") + " left out.";
    }

    private static void show(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
