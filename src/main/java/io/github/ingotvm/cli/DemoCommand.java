package io.github.ingotvm.cli;

import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.DemoDisc;
import io.github.ingotvm.service.install.HostView;
import io.github.ingotvm.service.work.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ingot demo} */
@Command(
        description = {
            "Show the whole path on a tiny guest that comes with Ingot: install, snapshot, golden image, clones, revert.",
            "It makes machines of its own and removes them at the end."
        })
final class DemoCommand extends Action {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCommand.class);
    private static final int SUFFIX = 4;

    @Option(names = "--keep", description = "Keep the machines to play with.")
    private boolean keep;

    DemoCommand(Session session) {
        super(session);
    }

    @Override
    int run() {
        long began = System.nanoTime();
        Services services = session().services();
        introduce(services.host());
        DemoCleaner cleaner = new DemoCleaner(services);
        String name = "demo-" + Ids.secure().token().substring(0, SUFFIX);
        boolean kept = false;
        Path folder = temporaryFolder();
        try {
            new DemoStory(session(), cleaner, name).tell(DemoDisc.unpack(folder));
            kept = keep;
        } finally {
            remove(folder);
            if (!kept) {
                clean(cleaner, name);
            }
        }
        session()
                .say("The demo took " + Times.text(Duration.ofNanos(System.nanoTime() - began))
                        + (kept ? "; its machines stay, as `ingot list` shows." : "; its machines are removed."));
        return ExitCode.DONE;
    }

    private void introduce(HostView host) {
        String how = host.acceleration() == Acceleration.KVM ? "at full speed (KVM)" : "emulated (TCG)";
        session().say("Ingot on " + host.uri() + ", " + host.version() + ", machines run " + how + ".");
        if (!host.note().isEmpty()) {
            session().say(host.note());
        }
        session().say("");
    }

    private void clean(DemoCleaner cleaner, String name) {
        try (ProgressBar progress = session().progress()) {
            progress.report(-1, "Removing the machines of the demo");
            if (!cleaner.clean()) {
                session()
                        .note("Machines whose names begin with " + name
                                + " could not all be removed; `ingot delete` removes them.");
            }
        }
    }

    // The hypervisor may run as another user, who must be able to read the disc.
    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("ingot-demo");
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new IngotException(Kind.DENIED, "There is no room for temporary files; make some.", e);
        }
    }

    private static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve("ingot-demo.iso"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("{} stays", folder, e);
        }
    }
}
