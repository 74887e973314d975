package io.github.ingotvm.ui.create;

import atlantafx.base.controls.ToggleSwitch;
import io.github.ingotvm.service.exchange.GoldenImporter.Offer;
import io.github.ingotvm.ui.common.Fields;
import io.github.ingotvm.ui.common.Formats;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Offers to bring an exported golden image back as one. Seen only when the chosen file is such an export. */
final class GoldenBox extends VBox {
    private final ToggleSwitch back = Fields.toggle("Bring it back as a golden image", true);
    private final TextField name = Fields.text("");
    private final FieldBox named = new FieldBox("Name of the golden image", name);
    private final FieldBox told = new FieldBox(back);

    /** @param changed called when it is turned */
    GoldenBox(Runnable changed) {
        setSpacing(16);
        getChildren().setAll(told, named);
        back.selectedProperty().addListener(o -> {
            show();
            changed.run();
        });
        name.textProperty().addListener(o -> named.say(Optional.empty()));
        offer(Optional.empty());
    }

    void offer(Optional<Offer> offer) {
        setVisible(offer.isPresent());
        setManaged(offer.isPresent());
        offer.ifPresent(o -> {
            back.setSelected(true);
            name.setText(o.name());
            told.hint(o.version() + " of “" + Formats.brief(o.name()) + "”, with its notes"
                    + (o.versionNote().isBlank() ? "" : ": " + o.versionNote())
                    + ". Otherwise it becomes a machine.");
        });
        show();
    }

    private void show() {
        named.setVisible(back.isSelected());
        named.setManaged(back.isSelected());
    }

    /** What it shall be called, when it comes back so. */
    Optional<String> wanted() {
        return isVisible() && back.isSelected() ? Optional.of(name.getText()) : Optional.empty();
    }

    void refuse(String sentence) {
        named.say(Optional.of(new SpecCheck.Remark(sentence, true)));
        name.requestFocus();
    }
}
