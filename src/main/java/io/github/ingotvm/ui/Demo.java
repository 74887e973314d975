package io.github.ingotvm.ui;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.DemoDisc;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.Proposal;
import io.github.ingotvm.ui.common.MachineStore;
import io.github.ingotvm.ui.common.Navigator;
import io.github.ingotvm.ui.common.Tools;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the demo machine: a tiny system that installs in seconds, to try everything on. */
final class Demo implements Runnable {
    private final Services services;
    private final MachineStore store;
    private final Tools tools;
    private final Navigator navigator;

    Demo(Services services, MachineStore store, Tools tools, Navigator navigator) {
        this.services = services;
        this.store = store;
        this.tools = tools;
        this.navigator = navigator;
    }

    @Override
    public void run() {
        tools.works()
                .start(
                        "Making the demo machine",
                        progress -> {
                            InstallRequest.Source source = new InstallRequest.Source.Iso(DemoDisc.unpack(cache()));
                            Proposal proposal = services.installer().propose(source);
                            return services.installer()
                                    .create(
                                            new InstallRequest(
                                                    proposal.name(),
                                                    source,
                                                    proposal.memory(),
                                                    proposal.cpus(),
                                                    proposal.disk(),
                                                    proposal.firmware(),
                                                    Optional.of(proposal.osId()),
                                                    true,
                                                    true),
                                            progress);
                        },
                        (VirtualMachine machine) -> {
                            store.learn(machine);
                            navigator.open(machine.id());
                        });
    }

    /** The disc is needed until the installation has ended, so it lies where nothing is tidied away meanwhile. */
    private static Path cache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(p -> p.startsWith("/"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("ingot");
    }
}
