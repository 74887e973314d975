package io.github.ingotvm.service.install;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.names.Names;
import io.github.ingotvm.service.snapshots.Snapshotter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes machines from installation discs and disk images. */
public final class Installer {
    private final Context context;
    private final Snapshotter snapshotter;
    private final Systems systems;
    private final NewMachine maker;
    private final Proposer proposer;
    private final AnyKey anyKey;

    public Installer(Context context, Snapshotter snapshotter, Systems systems) {
        this.context = context;
        this.snapshotter = snapshotter;
        this.systems = systems;
        ImageImport imports = new ImageImport(context);
        Fitting fitting = new Fitting(context, systems);
        this.maker = new NewMachine(context, fitting, imports);
        this.proposer = new Proposer(context, fitting, imports);
        this.anyKey = new AnyKey(context.hypervisor().power());
    }

    /** What kind of source a file is: a disc by its name or its content, else a disk image. Whether it can be used is not said. */
    public InstallRequest.Source sourceAt(Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".iso")) {
            return new InstallRequest.Source.Iso(file);
        }
        try {
            systems.detect(file);
            return new InstallRequest.Source.Iso(file);
        } catch (IngotException e) {
            return new InstallRequest.Source.Image(file);
        }
    }

    /**
     * Looks at a source and proposes a machine that fits it and this host.
     *
     * @throws IngotException {@code INVALID} when it cannot be used, saying why
     */
    public Proposal propose(InstallRequest.Source source) {
        return propose(source, Optional.empty());
    }

    /**
     * The same for a system that the user names.
     *
     * @param osId osinfo id; {@code NOT_FOUND} when there is none such
     */
    public Proposal propose(InstallRequest.Source source, Optional<String> osId) {
        return proposer.propose(source, osId);
    }

    /**
     * Makes the machine; from an image, with a snapshot of the image as it came. Once it is defined it stays, whatever comes after.
     *
     * @throws IngotException {@code EXISTS} for a taken name, {@code INVALID} for a source or size that cannot be used,
     *     {@code UNSUPPORTED} for a firmware that the host lacks, {@code NO_SPACE}, {@code CANCELLED}; nothing is left behind then
     * @throws NotStartedException when it was made, and no snapshot could be taken of it, or it could not be started
     */
    public VirtualMachine create(InstallRequest request, Progress progress) {
        MachineId id = define(Names.checked(request.name(), "virtual machine"), request, progress);
        if (request.source() instanceof InstallRequest.Source.Image && request.autoSnapshot()) {
            afterwards(
                    id,
                    () -> snapshotter.take(id, new Snapshotter.Request("Just Imported")),
                    "but no snapshot of it as it came: %s Take one before you start it.");
        }
        if (request.start()) {
            afterwards(
                    id,
                    () -> context.hypervisor().power().start(id),
                    "but it could not be started: %s Start it once that is mended, or delete it.");
            VirtualMachine made = context.inventory().require(id);
            if (request.extras().answers().isPresent() && AnyKey.isAskedFor(made)) {
                anyKey.press(id, progress);
            }
        }
        return context.inventory().require(id);
    }

    private MachineId define(String name, InstallRequest request, Progress progress) {
        List<String> files = new ArrayList<>();
        boolean made = false;
        try {
            MachineId id = context.lock().shared(() -> maker.make(name, request, files, progress));
            made = true;
            return id;
        } finally {
            if (!made) { // whatever went wrong: the answers among the files are secret
                context.layers().dropUnneeded(files);
            }
        }
    }

    private void afterwards(MachineId id, Runnable step, String butWhat) {
        try {
            step.run();
        } catch (IngotException e) {
            VirtualMachine machine = context.inventory().find(id).orElseThrow(() -> e);
            String but = butWhat.formatted(e.getMessage());
            throw new NotStartedException(machine, machine.displayName() + " was made, " + but, e);
        }
    }
}
