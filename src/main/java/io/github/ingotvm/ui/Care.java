package io.github.ingotvm.ui;

import static io.github.ingotvm.ui.common.MachineMenu.item;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Refresher.To;
import io.github.ingotvm.service.context.Inventory;
import io.github.ingotvm.ui.common.Icons;
import io.github.ingotvm.ui.common.MachineCare;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.refresh.CloneRefresh;
import io.github.ingotvm.ui.space.Shrinking;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;

/** What keeps machines in good order, done with the services. */
final class Care implements MachineCare {
    private final MachineStore store;
    private final CloneRefresh refresh;
    private final Shrinking shrinking;

    Care(Services services, MachineStore store, Tools tools) {
        this.store = store;
        this.refresh = new CloneRefresh(services.refresher(), tools);
        this.shrinking = new Shrinking(services, store, tools);
    }

    @Override
    public void update(List<VirtualMachine> clones) {
        refresh.open(clones, new To.Current());
    }

    @Override
    public void update(List<VirtualMachine> clones, int version) {
        refresh.open(clones, new To.Version(version));
    }

    @Override
    public void reset(List<VirtualMachine> clones) {
        refresh.open(clones, new To.Own());
    }

    @Override
    public void undo(List<VirtualMachine> clones) {
        refresh.undo(clones);
    }

    @Override
    public void compact(List<VirtualMachine> machines) {
        shrinking.compact(machines);
    }

    @Override
    public void detach(List<VirtualMachine> clones) {
        shrinking.detach(clones);
    }

    @Override
    public List<MenuItem> items(List<VirtualMachine> machines) {
        List<VirtualMachine> linked = those(
                machines,
                m -> !m.isDisposable()
                        && m.mark().lineage().filter(Lineage::linked).isPresent());
        List<VirtualMachine> behind =
                those(linked, m -> Inventory.update(m, store.machines()).isPresent());
        List<VirtualMachine> refreshed = those(machines, m -> m.mark().former().isPresent());
        List<MenuItem> items = new ArrayList<>();
        if (!behind.isEmpty()) {
            items.add(item("Update to " + target(behind) + "…", Feather.ARROW_UP_CIRCLE, "", () -> update(behind)));
        }
        if (!linked.isEmpty()) {
            items.add(item("Reset to Golden…", Feather.REFRESH_CCW, "", () -> reset(linked)));
        }
        if (!refreshed.isEmpty()) {
            items.add(item("Undo Update", Feather.CORNER_UP_LEFT, "", () -> undo(refreshed)));
        }
        if (machines.stream().anyMatch(m -> !m.isDisposable())) {
            items.add(space(machines, linked, refreshed));
        }
        return items;
    }

    private Menu space(List<VirtualMachine> machines, List<VirtualMachine> linked, List<VirtualMachine> refreshed) {
        Menu menu = new Menu("Disk Space", Icons.of(Feather.HARD_DRIVE));
        menu.getItems().add(item("Compact…", Feather.MINIMIZE_2, "", () -> compact(machines)));
        MenuItem detach = item("Detach…", Feather.SCISSORS, "", () -> detach(linked));
        detach.setDisable(linked.isEmpty());
        menu.getItems().add(detach);
        if (!refreshed.isEmpty()) {
            menu.getItems().add(item("Let Go of Undo…", Feather.X_CIRCLE, "", () -> refresh.letGo(refreshed)));
        }
        return menu;
    }

    private String target(List<VirtualMachine> behind) {
        Set<String> labels = behind.stream()
                .flatMap(m -> Inventory.update(m, store.machines()).stream())
                .map(GoldenVersion::label)
                .collect(Collectors.toSet());
        return labels.size() == 1 ? labels.iterator().next() : "Current";
    }

    private static List<VirtualMachine> those(List<VirtualMachine> machines, Predicate<VirtualMachine> which) {
        return machines.stream().filter(which).toList();
    }
}
