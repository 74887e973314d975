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
     * Makes the machine; from an image, with a snapshot of the image as it came.
     *
     * @throws IngotException {@code EXISTS} for a taken name, {@code INVALID} for a source or size that cannot be used,
     *     {@code UNSUPPORTED} for a firmware that the host lacks, {@code NO_SPACE}, {@code CANCELLED}; nothing is left behind then
     */
    public VirtualMachine create(InstallRequest request, Progress progress) {
        String name = Names.checked(request.name(), "virtual machine");
        List<String> files = new ArrayList<>();
        MachineId id;
        try {
            id = context.lock().shared(() -> maker.make(name, request, files, progress));
        } catch (IngotException e) {
            context.layers().dropUnneeded(files);
            throw e;
        }
        if (request.source() instanceof InstallRequest.Source.Image && request.autoSnapshot()) {
            snapshotter.take(id, new Snapshotter.Request("Just Imported"));
        }
        if (request.start()) {
            context.hypervisor().power().start(id);
            VirtualMachine made = context.inventory().require(id);
            if (request.extras().answers().isPresent() && AnyKey.isAskedFor(made)) {
                anyKey.press(id, progress);
            }
        }
        return context.inventory().require(id);
    }
}
