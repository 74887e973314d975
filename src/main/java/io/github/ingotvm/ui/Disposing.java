package io.github.ingotvm.ui;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Tools;
import java.util.List;
import java.util.function.Consumer;

/** Runs clones that vanish when they stop, and lets them stay. */
final class Disposing {
    private final Services services;
    private final MachineStore store;
    private final Tools tools;
    private final Consumer<MachineId> open;

    /** @param open shows a machine */
    Disposing(Services services, MachineStore store, Tools tools, Consumer<MachineId> open) {
        this.services = services;
        this.store = store;
        this.tools = tools;
        this.open = open;
    }

    void run(VirtualMachine machine, From from) {
        tools.works()
                .start(
                        "Starting a disposable clone of “" + Formats.brief(machine.goldenName()) + "”",
                        progress -> services.disposables()
                                .run(machine.id(), from, services.disposables().freeName(machine)),
                        clone -> {
                            store.learn(clone);
                            open.accept(clone.id());
                        });
    }

    void keep(List<VirtualMachine> machines) {
        List<VirtualMachine> passing =
                machines.stream().filter(VirtualMachine::isDisposable).toList();
        tools.background()
                .run(
                        () -> passing.stream()
                                .map(m -> services.disposables().keep(m.id()))
                                .toList(),
                        kept -> {
                            kept.forEach(store::learn);
                            String stay = kept.size() == 1 ? " stays when it stops." : " stay when they stop.";
                            tools.notices().good(Actions.called(kept) + stay);
                        },
                        tools.notices()::error);
    }
}
