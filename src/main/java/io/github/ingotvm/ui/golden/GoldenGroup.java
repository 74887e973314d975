package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Navigator.Tab;
import io.github.ingotvm.ui.common.Rows;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** One machine's golden images. */
final class GoldenGroup extends VBox {
    /** @param versions of one machine, newest first; at least one */
    GoldenGroup(List<GoldenImage> versions, VersionRow.Doing doing, Navigator navigator) {
        getStyleClass().add("golden-group");
        VirtualMachine machine = versions.get(0).machine();
        Hyperlink name = new Hyperlink(machine.displayName());
        name.getStyleClass().add("group-name");
        name.setOnAction(e -> {
            name.setVisited(false);
            navigator.properties(machine.id(), Tab.SNAPSHOTS);
        });
        name.setAccessibleText("Snapshots of " + machine.displayName());
        getChildren().add(name);
        getChildren()
                .add(new Rows(versions.stream()
                        .map(v -> new VersionRow(v, doing, navigator))
                        .toList()));
    }
}
