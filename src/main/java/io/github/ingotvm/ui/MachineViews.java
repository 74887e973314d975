package io.github.ingotvm.ui;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.service.machines.PowerControl;
import io.github.ingotvm.ui.common.Connection;
import io.github.ingotvm.ui.common.FullScreen;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.MachineTab;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.console.Consoles;
import io.github.ingotvm.ui.machine.MachinePage;
import io.github.ingotvm.ui.serial.SerialPane;
import java.util.List;
import java.util.Optional;

/** Makes the pages of machines, for whichever window they are in. */
final class MachineViews {
    private final MachineStore store;
    private final Connection connection;
    private final Consoles consoles;
    private final PowerControl power;

    MachineViews(MachineStore store, Connection connection, Consoles consoles, PowerControl power) {
        this.store = store;
        this.connection = connection;
        this.consoles = consoles;
        this.power = power;
    }

    /**
     * What a window gives the pages in it.
     *
     * @param navigator where else one can go from there
     */
    record Window(Tools tools, MachineActions actions, Navigator navigator, FullScreen fullScreen) {}

    /** @param back where the page's arrow leads, if it has one */
    MachinePage page(MachineId id, Window window, Optional<Runnable> back) {
        MachinePage.Around around = new MachinePage.Around(
                store,
                connection,
                window.actions(),
                window.navigator(),
                window.tools().sheets(),
                window.fullScreen());
        List<MachineTab> tabs = List.of(consoles.open(id, window.tools()), new SerialPane(power, window.tools(), id));
        return new MachinePage(around, id, back, tabs);
    }
}
