package io.github.ingotvm.ui.golden;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.GoldenImage;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineMenu;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Menus;
import io.github.ingotvm.ui.common.Navigator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One golden version, and the machines cast from it. */
final class VersionRow extends HBox {
    private static final int MOST_CLONES = 12;

    /** What can be done with a version. */
    interface Doing {
        void clone(GoldenImage image);

        void demote(GoldenImage image);
    }

    VersionRow(GoldenImage image, Doing doing, Navigator navigator) {
        getStyleClass().add("version-row");
        setAlignment(Pos.TOP_LEFT);
        setSpacing(16);
        Label badge = new Label(image.version().label(), Icons.of(Feather.STAR));
        badge.getStyleClass().addAll("chip", image.current() ? "gold" : "lineage");
        badge.setMinWidth(56);
        badge.setAlignment(Pos.CENTER);

        Label name = new Label(image.snapshotName());
        name.getStyleClass().add("row-title");
        name.setMinWidth(0);
        HBox title = new HBox(8, name);
        title.setAlignment(Pos.CENTER_LEFT);
        if (image.current()) {
            Label current = new Label("current");
            current.getStyleClass().add("quiet-tag");
            current.setMinWidth(Region.USE_PREF_SIZE);
            title.getChildren().add(current);
        }
        VBox words = new VBox(4, title);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!image.version().note().isBlank()) {
            Label note = new Label(image.version().note());
            note.setWrapText(true);
            words.getChildren().add(note);
        }
        Label facts = new Label("Promoted " + Formats.time(image.version().promoted()) + "  ·  "
                + Formats.size(image.size()) + "  ·  "
                + (image.clones().isEmpty()
                        ? "no clones"
                        : Formats.count(image.clones().size(), "clone", "clones")));
        facts.getStyleClass().add("hint");
        facts.setTooltip(new Tooltip(Formats.exactly(image.version().promoted())));
        words.getChildren().add(facts);
        if (!image.intact()) {
            Label broken = new Label(
                    "Its layers are missing or were changed by another tool; run a check.",
                    Icons.of(Feather.ALERT_TRIANGLE));
            broken.getStyleClass().add("problem");
            broken.setWrapText(true);
            words.getChildren().add(broken);
        }
        if (!image.clones().isEmpty()) {
            words.getChildren().add(clones(image.clones(), navigator));
        }
        Button clone = new Button("Clone…", Icons.of(Feather.COPY));
        clone.setMinWidth(Region.USE_PREF_SIZE);
        clone.setOnAction(e -> doing.clone(image));
        clone.setAccessibleText(
                "Clone " + image.machine().displayName() + " " + image.version().label());
        if (image.current()) {
            clone.getStyleClass().add(Styles.ACCENT);
        }
        getChildren().addAll(badge, words, clone, more(image, doing));
    }

    private static Button more(GoldenImage image, Doing doing) {
        Button more = Menus.button(
                Feather.MORE_HORIZONTAL,
                "More on " + image.machine().displayName() + " "
                        + image.version().label(),
                () -> List.of(MachineMenu.item("Demote", Feather.ARROW_DOWN, "", () -> doing.demote(image))));
        more.getStyleClass().add(Styles.FLAT);
        return more;
    }

    private static FlowPane clones(List<VirtualMachine> clones, Navigator navigator) {
        List<Hyperlink> links = clones.stream()
                .sorted(MachineStore.BY_NAME)
                .map(c -> link(c, navigator))
                .toList();
        FlowPane flow = new FlowPane(12, 0);
        flow.getChildren().setAll(links.subList(0, Math.min(MOST_CLONES, links.size())));
        if (links.size() > MOST_CLONES) {
            Hyperlink rest = new Hyperlink("and " + (links.size() - MOST_CLONES) + " more");
            rest.getStyleClass().add("clone-link");
            rest.setOnAction(e -> {
                flow.getChildren().setAll(links);
                links.get(MOST_CLONES).requestFocus();
            });
            flow.getChildren().add(rest);
        }
        return flow;
    }

    private static Hyperlink link(VirtualMachine clone, Navigator navigator) {
        Hyperlink link = new Hyperlink(Formats.brief(clone.displayName()), Icons.of(linkOrCopy(clone)));
        link.getStyleClass().add("clone-link");
        link.setOnAction(e -> navigator.properties(clone.id(), Navigator.Tab.OVERVIEW));
        return link;
    }

    private static Feather linkOrCopy(VirtualMachine clone) {
        return clone.mark().lineage().filter(l -> l.linked()).isPresent() ? Feather.LINK_2 : Feather.COPY;
    }
}
