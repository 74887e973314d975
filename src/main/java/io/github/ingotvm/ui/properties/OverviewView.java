package io.github.ingotvm.ui.properties;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.Navigator;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a machine is: its name, what it has, what it is made of and where it came from. */
final class OverviewView extends ScrollPane {
    private final MachineActions actions;
    private final Strips strips;
    private final Navigator navigator;
    private final ResourcesForm resources;
    private final DisksForm disks;
    private final VBox column = new VBox(24);

    OverviewView(MachineActions actions, Navigator navigator, ResourcesForm resources, DisksForm disks) {
        this.disks = disks;
        this.actions = actions;
        this.strips = new Strips(actions);
        this.navigator = navigator;
        this.resources = resources;
        column.getStyleClass().add("form-column");
        column.setMaxWidth(720);
        VBox middle = new VBox(column);
        middle.setAlignment(Pos.TOP_CENTER);
        middle.getStyleClass().add("form-page");
        setContent(middle);
        setFitToWidth(true);
        setFocusTraversable(false);
        getStyleClass().add("edge-to-edge");
    }

    /**
     * @param size what it takes on the host's disk, in bytes, once that is known
     * @param depth files in the longest chain of its disks; 0 as long as that is not known
     * @param source whether the machine that this one was cast from is still there
     */
    void show(VirtualMachine machine, OptionalLong size, Optional<VirtualMachine> source, int depth) {
        resources.show(machine);
        disks.show(machine);
        column.getChildren().setAll(name(machine));
        column.getChildren().addAll(strips.of(machine, source, depth));
        column.getChildren().add(section("Resources", resources));
        column.getChildren().add(section("Data disks", disks));
        column.getChildren().add(section("Hardware", hardware(machine, size)));
        machine.mark().lineage().ifPresent(l -> column.getChildren().add(section("Origin", origin(l, source))));
    }

    private Node name(VirtualMachine machine) {
        Label name = new Label(machine.displayName());
        name.setWrapText(true);
        name.getStyleClass().add(Styles.TITLE_3);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Button rename = new Button("Rename…", Icons.of(Feather.EDIT_2));
        rename.setMinWidth(Region.USE_PREF_SIZE);
        rename.setOnAction(e -> actions.rename(machine));
        HBox line = new HBox(16, name, rename);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node section(String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        content.getStyleClass().addAll("group-rows", "padded");
        return new VBox(8, heading, content);
    }

    private static Node hardware(VirtualMachine machine, OptionalLong size) {
        Hardware hardware = machine.present();
        FactGrid facts = new FactGrid();
        facts.add("Firmware", hardware.firmware() == Firmware.UEFI ? "UEFI" : "BIOS");
        facts.add(
                "Runs",
                switch (hardware.acceleration()) {
                    case KVM -> "at full speed (KVM)";
                    case TCG -> "emulated (TCG)";
                });
        for (Disk disk : hardware.disks()) {
            String path = disk.source().orElse("empty");
            facts.add(device(disk), path.substring(path.lastIndexOf('/') + 1), path);
        }
        facts.add("On this disk", size.isPresent() ? Formats.size(size.getAsLong()) + ", snapshots included" : "…");
        hardware.nics().forEach(n -> facts.add("Network", n.network() + ", " + n.mac()));
        facts.add("UUID", machine.id().toString());
        if (!machine.name().equals(machine.displayName())) {
            facts.add("Domain name", machine.name());
        }
        return facts;
    }

    private static String device(Disk disk) {
        return switch (disk.device()) {
            case DISK -> "Disk " + disk.target();
            case CDROM -> "Disc drive";
            case FLOPPY -> "Floppy drive";
        };
    }

    private Node origin(Lineage lineage, Optional<VirtualMachine> source) {
        String version =
                lineage.version().isPresent() ? "golden v" + lineage.version().getAsInt() : "a snapshot";
        Label kind = new Label(lineage.linked() ? "Linked clone of" : "Full clone of");
        HBox line = new HBox(4, kind);
        line.setAlignment(Pos.CENTER_LEFT);
        if (source.isPresent()) {
            MachineId id = source.get().id();
            Hyperlink link = new Hyperlink(Formats.brief(source.get().displayName()));
            link.setOnAction(e -> navigator.properties(id, Navigator.Tab.SNAPSHOTS));
            line.getChildren().add(link);
        } else {
            line.getChildren().add(new Label(Formats.brief(lineage.sourceName()) + " (gone)"));
        }
        Label from = new Label("· " + version + ", “" + Formats.brief(lineage.snapshotName()) + "”");
        from.setTooltip(new Tooltip(lineage.snapshotName()));
        line.getChildren().add(from);
        return line;
    }
}
