package io.github.ingotvm.ui.create;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.InstalledSystem;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.Proposal;
import java.util.List;
import java.util.Optional;

/**
 * A system that was found inside a disk image.
 *
 * @param distro its distribution as the osinfo database spells it; empty when that does not know it
 * @param proposal a machine that fits it
 */
record Inside(InstalledSystem system, Optional<String> distro, Proposal proposal) {
    /** The first that is installed; empty when none is. */
    static Optional<Inside> of(Services services, InstallRequest.Source source, Progress progress) {
        List<InstalledSystem> found = services.guestFiles().installed(source.file(), progress);
        return found.stream().findFirst().map(system -> fitting(services, source, system));
    }

    private static Inside fitting(Services services, InstallRequest.Source source, InstalledSystem system) {
        try {
            String id = system.osId();
            return new Inside(
                    system,
                    Optional.of(services.systems().show(id).distro()),
                    services.installer().propose(source, Optional.of(id)));
        } catch (IngotException e) { // one that the database does not know
            return new Inside(system, Optional.empty(), services.installer().propose(source));
        }
    }
}
