package io.github.ingotvm.ui.dashboard;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Inventory;
import io.github.ingotvm.ui.common.Icons;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** The small marks of a machine: that it has a golden image, and what it was cast from. */
final class Chips {
    private Chips() {}

    static List<Label> of(VirtualMachine machine, Collection<VirtualMachine> all, Set<MachineId> damaged) {
        List<Label> chips = new ArrayList<>();
        if (machine.isDisposable()) {
            chips.add(chip(Feather.WIND, "", "disposable", "Disposable: it vanishes when it stops"));
        }
        machine.mark().lineage().ifPresent(l -> chips.add(lineage(machine, l, all)));
        machine.currentGolden()
                .ifPresent(g -> chips.add(
                        damaged.contains(machine.id())
                                ? chip(
                                        Feather.ALERT_TRIANGLE,
                                        g.label() + " · changed",
                                        "damaged",
                                        "Its golden image was changed by another tool: nothing is cast from what is damaged")
                                : chip(
                                        Feather.STAR,
                                        g.label(),
                                        "gold",
                                        "Golden image " + g.label() + ": clones are cast from it")));
        return chips;
    }

    private static Label lineage(VirtualMachine machine, Lineage lineage, Collection<VirtualMachine> all) {
        Optional<GoldenVersion> newer = Inventory.update(machine, all);
        String version = lineage.version().isPresent() ? "v" + lineage.version().getAsInt() : "";
        String words = (lineage.linked() ? "Linked clone of " : "Full clone of ")
                + lineage.sourceName()
                + (version.isEmpty() ? ", \"" + lineage.snapshotName() + "\"" : " " + version)
                + newer.map(g -> "; " + g.label() + " is current").orElse("");
        String text = newer.map(g -> version + (g.number() > lineage.version().orElse(0) ? " · behind" : " · ahead"))
                .orElse(version);
        return chip(
                lineage.linked() ? Feather.LINK_2 : Feather.COPY,
                text,
                newer.isPresent() ? "behind" : "lineage",
                words);
    }

    private static Label chip(Feather icon, String text, String styleClass, String words) {
        Label chip = new Label(text, Icons.of(icon));
        chip.getStyleClass().addAll("chip", styleClass);
        chip.setTooltip(new Tooltip(words));
        chip.setAccessibleText(words);
        chip.setMinWidth(Label.USE_PREF_SIZE);
        return chip;
    }
}
