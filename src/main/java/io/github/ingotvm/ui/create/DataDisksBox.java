package io.github.ingotvm.ui.create;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.NewDisk;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.RoleChoice;
import io.github.ingotvm.ui.common.SizeField;
import io.github.ingotvm.ui.create.SpecCheck.Remark;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Disks beside the system's: none at first, one more by a button. */
final class DataDisksBox extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final long USUAL = 20L << 30;

    private final VBox rows = new VBox(8);
    private final VBox named = Fields.labelled("Data disks", rows);
    private final Label below = Fields.hint("");
    private final Button add = new Button("Add Data Disk", Icons.of(Feather.PLUS));
    private final Runnable changed;

    /** @param changed called whenever one was added, changed or taken away */
    DataDisksBox(Runnable changed) {
        super(8);
        this.changed = changed;
        add.getStyleClass().add(Styles.FLAT);
        add.setOnAction(e -> add());
        getChildren().setAll(named, below, add);
        say(Optional.empty());
    }

    /** A disk to be made. */
    private final class Row extends HBox {
        private final SizeField size = new SizeField();
        private final RoleChoice role = new RoleChoice("Clones get this disk as", DiskRole.LINKED);

        Row() {
            super(12);
            setAlignment(Pos.CENTER_LEFT);
            size.setBytes(USUAL);
            size.setAccessibleText("Size of the data disk");
            size.textProperty().addListener(o -> changed.run());
            HBox.setHgrow(size, Priority.ALWAYS);
            getChildren().addAll(size, words("Clones get"), role);
            Button remove = Icons.button(Feather.TRASH_2, "Not this disk", () -> remove(this));
            remove.getStyleClass().add(Styles.FLAT);
            getChildren().add(remove);
        }

        private static Label words(String text) {
            Label label = Fields.hint(text);
            label.setMinWidth(Region.USE_PREF_SIZE);
            return label;
        }
    }

    private void add() {
        Row row = new Row();
        rows.getChildren().add(row);
        changed.run(); // shows it; what is not seen cannot have the keyboard
        row.size.requestFocus();
        row.size.selectAll();
    }

    private void remove(Row row) {
        rows.getChildren().remove(row);
        add.requestFocus();
        changed.run();
    }

    private List<Row> all() {
        return rows.getChildren().stream().map(Row.class::cast).toList();
    }

    /** Bytes of each; empty where it is no size. */
    List<OptionalLong> sizes() {
        return all().stream().map(r -> r.size.bytes()).toList();
    }

    /** What to make; only when all are sizes. */
    List<NewDisk> disks() {
        return all().stream()
                .map(r -> new NewDisk(r.size.bytes().orElseThrow(), r.role.getValue()))
                .toList();
    }

    /** Says what is wrong, or worth knowing. */
    void say(Optional<Remark> remark) {
        below.setText(remark.map(Remark::sentence).orElse(""));
        below.getStyleClass().setAll("label", remark.filter(Remark::blocks).isPresent() ? "problem" : "warning");
        below.setVisible(remark.isPresent());
        below.setManaged(remark.isPresent());
        named.setVisible(!rows.getChildren().isEmpty());
        named.setManaged(named.isVisible());
        all().forEach(r -> r.size.pseudoClassStateChanged(
                WRONG,
                remark.filter(Remark::blocks).isPresent() && r.size.bytes().isEmpty()));
    }

    /** Gives the keyboard to the first that is no size, else to the first. */
    void focusFirst() {
        all().stream()
                .filter(r -> r.size.bytes().isEmpty())
                .findFirst()
                .or(() -> all().stream().findFirst())
                .ifPresent(r -> r.size.requestFocus());
    }
}
