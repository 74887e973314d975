package io.github.ingotvm.ui.create;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.NotStartedException;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Tools;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Makes what the page asked for, which may be left meanwhile, and shows what came of it. */
final class Making {
    private final Services services;
    private final MachineStore store;
    private final Tools tools;
    private final Navigator navigator;
    private final BooleanSupplier isPageShown;

    Making(Services services, MachineStore store, Tools tools, Navigator navigator, BooleanSupplier isPageShown) {
        this.services = services;
        this.store = store;
        this.tools = tools;
        this.navigator = navigator;
        this.isPageShown = isPageShown;
    }

    /** @param refused receives why nothing was made */
    void create(InstallRequest request, Consumer<IngotException> refused) {
        tools.works()
                .start(
                        "Creating “" + Formats.brief(request.name()) + "”",
                        progress -> services.installer().create(request, progress),
                        this::created,
                        e -> failed(e, refused));
    }

    private void created(VirtualMachine machine) {
        store.learn(machine);
        if (!isPageShown.getAsBoolean()) {
            tools.notices().good("Created “" + Formats.brief(machine.displayName()) + "”.");
            return;
        }
        navigator.machines(Navigator.Section.ALL);
        if (machine.state().isActive()) {
            navigator.open(machine.id());
        }
    }

    private void failed(IngotException e, Consumer<IngotException> refused) {
        if (!(e instanceof NotStartedException made)) {
            refused.accept(e);
            return;
        }
        store.learn(made.machine());
        tools.notices().error(made);
        if (isPageShown.getAsBoolean()) {
            navigator.machines(Navigator.Section.ALL);
        }
    }

    /** Brings an exported golden image back under a name. */
    void bringBack(Path file, String name, Consumer<IngotException> refused) {
        tools.works()
                .start(
                        "Importing “" + Formats.brief(name) + "”",
                        progress -> services.importer().importGolden(file, Optional.of(name), progress),
                        this::broughtBack,
                        refused);
    }

    private void broughtBack(VirtualMachine image) {
        tools.notices().good("“" + Formats.brief(image.displayName()) + "” is a golden image here.");
        if (isPageShown.getAsBoolean()) {
            navigator.golden(image.id());
        }
    }
}
