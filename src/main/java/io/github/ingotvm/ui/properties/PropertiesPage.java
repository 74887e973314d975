package io.github.ingotvm.ui.properties;

import atlantafx.base.theme.Styles;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.SnapshotNode;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.ui.common.CloneStarter;
import io.github.ingotvm.ui.common.Headed;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.MachineMenu;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Menus;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Page;
import io.github.ingotvm.ui.common.Reading;
import io.github.ingotvm.ui.common.StateLabel;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** A machine's properties: what it is, and its snapshots. */
public final class PropertiesPage implements Page {
    private static final Duration REST = Duration.millis(100);

    private final Services services;
    private final MachineStore store;
    private final MachineId id;
    private final Headed view;
    private final StateLabel state = new StateLabel();
    private final TabPane tabs = new TabPane();
    private final OverviewView overview;
    private final SnapshotsView snapshots;
    private final Reading<Optional<Read>> reading;
    private Runnable unlisten = () -> {};

    /** The parts of the window that lead on from here. */
    public record Ways(Navigator navigator, MachineActions actions, CloneStarter cloning) {}

    private record Read(VirtualMachine machine, List<SnapshotNode> tree, long size, int depth) {}

    public PropertiesPage(
            Services services, MachineStore store, Tools tools, Ways ways, MachineId id, Navigator.Tab tab) {
        this.services = services;
        this.store = store;
        this.id = id;
        // Clones that came or went show in the tree, too.
        this.reading = new Reading<>(store, tools, REST, this::read, read -> read.ifPresent(this::show));
        this.overview = new OverviewView(
                ways.actions(),
                ways.navigator(),
                new ResourcesForm(services, store, tools),
                new DisksForm(services, store, tools));
        this.snapshots = new SnapshotsView(
                new SnapshotActions(services, store, tools, ways.cloning()), ways.actions(), this::withMachine);
        Tab first = new Tab("Overview", overview);
        Tab second = new Tab("Snapshots", snapshots);
        tabs.getTabs().setAll(first, second);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getSelectionModel().select(tab == Navigator.Tab.SNAPSHOTS ? second : first);
        tabs.getStyleClass().add("property-tabs");
        tabs.setAccessibleText("Overview and snapshots");
        MachineMenu menu = new MachineMenu(ways.actions(), ways.navigator());
        Button more = Menus.button(
                Feather.MORE_HORIZONTAL,
                "Actions",
                () -> store.find(id).map(m -> menu.items(List.of(m))).orElse(List.of()));
        more.getStyleClass().add(Styles.FLAT);
        this.view = new Headed("", ways.navigator()::back).with(state, more);
        view.setCenter(tabs);
        withMachine(this::head);
    }

    private void withMachine(Consumer<VirtualMachine> use) {
        store.find(id).ifPresent(use);
    }

    private void head(VirtualMachine machine) {
        view.setTitle(machine.displayName());
        state.show(machine);
    }

    private Optional<Read> read() {
        return services.inventory()
                .find(id)
                .map(m -> new Read(
                        m,
                        services.snapshots().tree(id),
                        services.snapshots().size(id),
                        services.space().depth(id)));
    }

    private void show(Read read) {
        head(read.machine);
        overview.show(read.machine, OptionalLong.of(read.size), source(read.machine), read.depth);
        snapshots.show(read.machine, read.tree);
    }

    private Optional<VirtualMachine> source(VirtualMachine machine) {
        return machine.mark().lineage().map(Lineage::source).flatMap(store::find);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        unlisten = store.listen(changed -> {
            if (changed.equals(id)) {
                withMachine(this::head);
            }
        });
        // What is known is there at once; the rest comes when it has been read.
        withMachine(m -> overview.show(m, OptionalLong.empty(), source(m), 0));
        reading.start();
        if (tabs.getSelectionModel().getSelectedIndex() == 1) {
            snapshots.focus();
        } else {
            tabs.requestFocus();
        }
    }

    @Override
    public void left() {
        reading.stop();
        unlisten.run();
    }

    @Override
    public void refresh() {
        reading.now();
    }
}
