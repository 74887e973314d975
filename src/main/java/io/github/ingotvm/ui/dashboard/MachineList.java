package io.github.ingotvm.ui.dashboard;

import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.ui.common.Look;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator.Section;
import java.util.Arrays;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.transformation.FilteredList;

/** The machines that are shown: those of the section that the search finds. */
final class MachineList {
    private final MachineStore store;
    private final FilteredList<VirtualMachine> shown;
    private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.ALL);
    private final StringProperty query = new SimpleStringProperty("");

    MachineList(MachineStore store) {
        this.store = store;
        this.shown = new FilteredList<>(store.machines());
        section.addListener(o -> filter());
        query.addListener(o -> filter());
        filter();
    }

    ObservableList<VirtualMachine> shown() {
        return shown;
    }

    /** All there are, whatever is shown. */
    ObservableList<VirtualMachine> all() {
        return store.machines();
    }

    /** Those whose golden image is not what it was. */
    ObservableSet<MachineId> damaged() {
        return store.damage().machines();
    }

    ObjectProperty<Section> section() {
        return section;
    }

    StringProperty query() {
        return query;
    }

    private void filter() {
        String[] words = query.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
        shown.setPredicate(m -> isInSection(m) && Arrays.stream(words).allMatch(text(m)::contains));
    }

    private boolean isInSection(VirtualMachine machine) {
        return !machine.isImageOnly()
                && (section.get() == Section.ALL || machine.state().isActive());
    }

    /** What a search looks through. */
    private static String text(VirtualMachine machine) {
        String all = String.join(
                " ",
                machine.displayName(),
                machine.name(),
                Look.of(machine).word(),
                machine.mark().osId().orElse(""),
                machine.mark().lineage().map(Lineage::sourceName).orElse(""),
                machine.currentGolden().isPresent() ? "golden" : "");
        return all.toLowerCase(Locale.ROOT);
    }
}
