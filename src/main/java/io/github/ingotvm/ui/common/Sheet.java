package io.github.ingotvm.ui.common;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.IngotException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A small form: a title, fields, what is wrong with them, Cancel and the one button that does it. */
public class Sheet extends VBox {
    private final VBox body = new VBox(16);
    private final Label problem = new Label();
    private final Button accept = new Button();
    private final Button cancel = new Button("Cancel");
    private Runnable closer = () -> {};
    private BooleanSupplier submit = () -> true;
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public Sheet(String title, String acceptWord) {
        getStyleClass().add("ingot-sheet");
        Label heading = new Label(title);
        heading.getStyleClass().add("sheet-title");
        heading.setWrapText(true);
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        showProblem("");
        accept.setText(acceptWord);
        accept.getStyleClass().addAll(Styles.ACCENT, "accept");
        accept.setOnAction(e -> submit());
        accept.disableProperty().bind(busy);
        body.disableProperty().bind(busy);
        cancel.setOnAction(e -> closer.run());
        HBox buttons = new HBox(8, cancel, accept);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(heading, body, problem, buttons);
        setSpacing(16);
        setAccessibleText(title);
        // Before the fields: a radio button, say, would take the key for itself.
        addEventFilter(KeyEvent.KEY_PRESSED, this::onEnter);
    }

    private void onEnter(KeyEvent e) {
        boolean ownUse = (e.getTarget() instanceof TextArea && !e.isControlDown())
                || e.getTarget() instanceof Button
                || e.getTarget() instanceof Hyperlink
                || (e.getTarget() instanceof ComboBoxBase<?> box && box.isShowing());
        if (e.getCode() == KeyCode.ENTER && !ownUse && !accept.isDisabled()) {
            e.consume();
            submit();
        }
    }

    private void submit() {
        showProblem("");
        if (submit.getAsBoolean()) {
            closer.run();
        }
    }

    public Sheet with(Node... fields) {
        body.getChildren().addAll(fields);
        return this;
    }

    /** Says that accepting destroys something. */
    public Sheet dangerous() {
        accept.getStyleClass().remove(Styles.ACCENT);
        accept.getStyleClass().add(Styles.DANGER);
        return this;
    }

    /** What the button says that closes it and does nothing. */
    public Sheet cancelWord(String word) {
        cancel.setText(word);
        return this;
    }

    /** @param action called at acceptance; false keeps the sheet open */
    public Sheet onAccept(BooleanSupplier action) {
        submit = action;
        return this;
    }

    /** For a sheet that only tells something. */
    public void withoutCancel() {
        cancel.setVisible(false);
        cancel.setManaged(false);
    }

    void onClose(Runnable action) {
        closer = action;
    }

    public void close() {
        closer.run();
    }

    /** Closes it, unless the user has, and perhaps opened another one since. */
    public void closeIfOpen() {
        if (isOpen()) {
            close();
        }
    }

    /** Says what is wrong; empty for nothing. */
    public void showProblem(String sentence) {
        problem.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
        problem.setManaged(!sentence.isEmpty());
    }

    public void showProblem(IngotException e) {
        setBusy(false);
        showProblem(e.getMessage());
        focusFirst();
    }

    /** While what was asked for is being done. */
    public void setBusy(boolean busy) {
        this.busy.set(busy);
    }

    /** Accepting is possible only while this is true. */
    public Sheet acceptWhen(ObservableBooleanValue ready) {
        accept.disableProperty().bind(busy.or(Bindings.not(ready)));
        return this;
    }

    /** What the accepting button says. */
    public StringProperty acceptWord() {
        return accept.textProperty();
    }

    /** Whether it is still open: the user may have closed it while work it asked for goes on. */
    public boolean isOpen() {
        return getScene() != null;
    }

    void focusFirst() {
        Platform.runLater(() -> {
            Node first = body.lookupAll(".text-input").stream()
                    .filter(n -> !n.isDisabled())
                    .findFirst()
                    .orElse(accept);
            first.requestFocus();
            if (first instanceof TextInputControl input) {
                input.selectAll();
            }
        });
    }
}
