package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** The machines that were cast from a version, each a way to it. */
final class CloneLinks extends FlowPane {
    private static final int MOST = 12;

    CloneLinks(List<VirtualMachine> clones, Navigator navigator) {
        super(12, 0);
        List<Hyperlink> links = clones.stream()
                .sorted(MachineStore.BY_NAME)
                .map(c -> link(c, navigator))
                .toList();
        getChildren().setAll(links.subList(0, Math.min(MOST, links.size())));
        if (links.size() > MOST) {
            Hyperlink rest = new Hyperlink("and " + (links.size() - MOST) + " more");
            rest.getStyleClass().add("clone-link");
            rest.setOnAction(e -> {
                getChildren().setAll(links);
                links.get(MOST).requestFocus();
            });
            getChildren().add(rest);
        }
    }

    private static Hyperlink link(VirtualMachine clone, Navigator navigator) {
        boolean linked = clone.mark().lineage().filter(Lineage::linked).isPresent();
        Hyperlink link =
                new Hyperlink(Formats.brief(clone.displayName()), Icons.of(linked ? Feather.LINK_2 : Feather.COPY));
        link.getStyleClass().add("clone-link");
        link.setOnAction(e -> navigator.properties(clone.id(), Navigator.Tab.OVERVIEW));
        return link;
    }
}
