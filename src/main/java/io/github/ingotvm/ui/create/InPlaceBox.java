package io.github.ingotvm.ui.create;

import atlantafx.base.controls.ToggleSwitch;
import io.github.ingotvm.service.install.Proposal;
import io.github.ingotvm.ui.common.Fields;
import javafx.scene.layout.VBox;

/** Whether an image is used where it lies instead of being copied; where that cannot be, why. */
final class InPlaceBox extends VBox {
    private final ToggleSwitch inPlace = Fields.toggle("Use the file where it is, under a new overlay", false);
    private final FieldBox box = new FieldBox(inPlace);

    /** @param changed called whenever it was turned */
    InPlaceBox(Runnable changed) {
        getChildren().add(box);
        inPlace.selectedProperty().addListener(o -> changed.run());
    }

    /** @param fromImage else there is nothing to use */
    void propose(Proposal proposal, boolean fromImage) {
        setVisible(fromImage);
        setManaged(fromImage);
        inPlace.setSelected(false);
        inPlace.setDisable(proposal.onlyCopied().isPresent());
        box.hint(proposal.onlyCopied()
                .orElse("Nothing is copied, and the file is never written to. It must stay where it is, and nobody may"
                        + " change it: the machine would be damaged."));
    }

    boolean isChosen() {
        return isVisible() && inPlace.isSelected();
    }
}
