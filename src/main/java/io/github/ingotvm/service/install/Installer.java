package io.github.ingotvm.service.install;

import io.github.ingotvm.hypervisor.Definitions;
import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.DiskRole;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.GoldenSeries;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.KernelBoot;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.NewDisk;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.osinfo.Recognition;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.golden.DiskRoles;
import io.github.ingotvm.service.names.Names;
import io.github.ingotvm.service.names.TakenNames;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.snapshots.Snapshotter;
import io.github.ingotvm.service.work.Resources;
import io.github.ingotvm.unattended.Methods;
import io.github.ingotvm.unattended.Seed;
import io.github.ingotvm.unattended.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes machines from installation discs and disk images. */
public final class Installer {
    private final Context context;
    private final Snapshotter snapshotter;
    private final Systems systems;
    private final ImageImport imports;
    private final Fitting fitting;
    private final Proposer proposer;
    private final AnyKey anyKey;

    public Installer(Context context, Snapshotter snapshotter, Systems systems) {
        this.context = context;
        this.snapshotter = snapshotter;
        this.systems = systems;
        this.imports = new ImageImport(context);
        this.fitting = new Fitting(context, systems);
        this.proposer = new Proposer(context, fitting, imports);
        this.anyKey = new AnyKey(context.hypervisor().power());
    }

    /** What a machine is made from. */
    public sealed interface Source {
        /** The file. */
        Path file();

        /** An installation disc. */
        record Iso(Path file) implements Source {}

        /** A disk with a system on it, plain or compressed, or an appliance (OVA, OVF); never changed. */
        record Image(Path file) implements Source {}
    }

    /**
     * What to make.
     *
     * @param memory bytes
     * @param disk bytes; with an image it is the image that decides
     * @param osId osinfo id, or empty to go by the medium
     * @param autoSnapshot take <em>Just Installed</em> by itself
     * @param start start it when it is made
     */
    public record Request(
            String name,
            Source source,
            long memory,
            int cpus,
            long disk,
            Firmware firmware,
            Optional<String> osId,
            boolean autoSnapshot,
            boolean start,
            Extras extras) {

        /** With what suits the system beyond that. */
        public Request(
                String name,
                Source source,
                long memory,
                int cpus,
                long disk,
                Firmware firmware,
                Optional<String> osId,
                boolean autoSnapshot,
                boolean start) {
            this(name, source, memory, cpus, disk, firmware, osId, autoSnapshot, start, Extras.NONE);
        }

        public Request with(Extras more) {
            return new Request(name, source, memory, cpus, disk, firmware, osId, autoSnapshot, start, more);
        }
    }

    /**
     * What few need to say.
     *
     * @param secureBoot whether only what is signed starts; empty: as the system asks for, with UEFI
     * @param tpm whether there is a TPM 2.0; empty: as the system asks for
     * @param drivers a disc with drivers, in a second CD drive until the installation has ended
     * @param inPlace an image is not copied: the machine gets an overlay on the file, which must lie in a storage pool and stay there
     * @param answers what the installer is told beforehand, so that it asks nothing
     * @param data disks beside the system's
     */
    public record Extras(
            Optional<Boolean> secureBoot,
            Optional<Boolean> tpm,
            Optional<Path> drivers,
            boolean inPlace,
            Optional<Answers> answers,
            List<NewDisk> data) {
        public static final Extras NONE = new Extras(Optional.empty(), Optional.empty(), Optional.empty());

        /** An image, if it is one, is copied. */
        public Extras(Optional<Boolean> secureBoot, Optional<Boolean> tpm, Optional<Path> drivers) {
            this(secureBoot, tpm, drivers, false);
        }

        /** The installer, if there is one, asks. */
        public Extras(Optional<Boolean> secureBoot, Optional<Boolean> tpm, Optional<Path> drivers, boolean inPlace) {
            this(secureBoot, tpm, drivers, inPlace, Optional.empty(), List.of());
        }

        public Extras with(Answers told) {
            return new Extras(secureBoot, tpm, drivers, inPlace, Optional.of(told), data);
        }

        public Extras with(List<NewDisk> disks) {
            return new Extras(secureBoot, tpm, drivers, inPlace, answers, List.copyOf(disks));
        }
    }

    /**
     * What is proposed for a source.
     *
     * @param osName what was recognised; empty when nothing was
     * @param drivers a disc of drivers that the user has and the system can use
     * @param onlyByHand why it cannot be installed without questions, as a sentence; empty when it can
     * @param notes what a person should know before it is made, as sentences
     */
    public record Proposal(
            String name,
            String osId,
            String osName,
            long memory,
            int cpus,
            long disk,
            Firmware firmware,
            boolean secureBoot,
            boolean tpm,
            Optional<Path> drivers,
            Optional<String> onlyByHand,
            List<String> notes) {
        public Proposal {
            notes = List.copyOf(notes);
        }
    }

    /** What kind of source a file is: a disc by its name or its content, else a disk image. Whether it can be used is not said. */
    public Source sourceAt(Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".iso")) {
            return new Source.Iso(file);
        }
        try {
            systems.detect(file);
            return new Source.Iso(file);
        } catch (IngotException e) {
            return new Source.Image(file);
        }
    }

    /**
     * Looks at a source and proposes a machine that fits it and this host.
     *
     * @throws IngotException {@code INVALID} when it cannot be used, saying why
     */
    public Proposal propose(Source source) {
        return propose(source, Optional.empty());
    }

    /**
     * The same for a system that the user names.
     *
     * @param osId osinfo id; {@code NOT_FOUND} when there is none such
     */
    public Proposal propose(Source source, Optional<String> osId) {
        return proposer.propose(source, osId);
    }

    /**
     * Makes the machine; from an image, with a snapshot of the image as it came.
     *
     * @throws IngotException {@code EXISTS} for a taken name, {@code INVALID} for a source or size that cannot be used,
     *     {@code UNSUPPORTED} for a firmware that the host lacks, {@code NO_SPACE}, {@code CANCELLED}; nothing is left behind then
     */
    public VirtualMachine create(Request request, Progress progress) {
        String name = Names.checked(request.name(), "virtual machine");
        List<String> files = new ArrayList<>();
        MachineId id;
        try {
            id = context.lock().shared(() -> make(name, request, files, progress));
        } catch (IngotException e) {
            context.layers().dropUnneeded(files);
            throw e;
        }
        if (request.source() instanceof Source.Image && request.autoSnapshot()) {
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

    private MachineId make(String name, Request request, List<String> files, Progress progress) {
        Hypervisor hypervisor = context.hypervisor();
        Resources.require(hypervisor.host().facts(), request.memory(), request.cpus());
        List<NewDisk> data = request.extras().data();
        data.forEach(d -> NewVolumes.requireSize(d.size(), "data disk"));
        TakenNames taken = TakenNames.on(hypervisor);
        taken.requireFree(name);
        String domain = taken.takeDomain(name);
        Advice advice;
        List<String> media = new ArrayList<>();
        List<String> disks = new ArrayList<>();
        GuestHardware hardware;
        Optional<byte[]> variables = Optional.empty();
        Install install = Install.NONE;
        Optional<Seed> seed = Optional.empty();
        Optional<KernelBoot> kernel = Optional.empty();
        if (request.source() instanceof Source.Iso iso) {
            Optional<Recognition> found = fitting.onDisc(iso.file());
            advice = fitting.advice(found, request.osId());
            seed = seed(iso.file(), found, request, advice);
            requirePossible(request, advice, seed.flatMap(Seed::boot).isPresent());
            hardware = advice.hardware();
            NewVolumes volumes = new NewVolumes(context, domain, files);
            disks.add(volumes.disk(request.disk(), "vda"));
            media.add(volumes.medium(iso.file(), progress));
            request.extras().drivers().ifPresent(d -> media.add(volumes.medium(d, progress)));
            seed.flatMap(Seed::disc).ifPresent(d -> media.add(volumes.answers(d, progress)));
            kernel = seed.flatMap(Seed::boot).map(b -> volumes.kernel(b, iso.file(), progress));
            // One that is told its answers is told to end with its first stop, too.
            int lastReboot = seed.isPresent() ? 1 : advice.lastReboot();
            install = new Install(Install.State.INSTALLING, 0, lastReboot, request.autoSnapshot());
        } else {
            Path file = request.source().file();
            ImageImport.Looked looked = imports.look(file);
            advice = fitting.advice(looked, request.osId());
            requirePossible(request, advice, false);
            variables = imports.variables(file);
            hardware = advice.osId().isEmpty() && looked.golden().isEmpty()
                    ? looked.hardware().orElse(advice.hardware())
                    : looked.golden().map(g -> g.machine().hardware()).orElse(looked.fit(advice.hardware()));
            disks.addAll(
                    request.extras().inPlace()
                            ? List.of(imports.standOn(file, domain, files))
                            : imports.copy(file, domain, files, progress));
        }
        Map<String, DiskRole> roles = new HashMap<>();
        for (NewDisk disk : data) {
            String target = hardware.disks().target(disks.size());
            roles.put(target, disk.role());
            disks.add(new NewVolumes(context, domain, files).disk(disk.size(), target));
        }
        progress.check();
        MachineSpec.Boot boot = boot(domain, request, advice, kernel);
        if (variables.isPresent() && boot.nvram().isPresent()) {
            new NewVolumes(context, domain, files).variables(boot.nvram().get(), variables.get(), progress);
        }
        Optional<String> osId = Optional.of(advice.osId()).filter(id -> !id.isEmpty());
        MachineSpec spec = new MachineSpec(
                new MachineId(context.ids().uuid()),
                domain,
                name.equals(domain) ? "" : name,
                request.memory(),
                request.cpus(),
                boot,
                hypervisor.host().facts().acceleration(),
                disks,
                media,
                hardware,
                install.isUnderWay() && seed.filter(Seed::reboots).isEmpty() ? OnReboot.DESTROY : OnReboot.RESTART,
                Mark.NONE.with(install).withOs(osId));
        return hypervisor.machines().define(compose(spec, name, roles));
    }

    /** The definition, which also says how clones will receive the data disks. */
    private Definition compose(MachineSpec spec, String name, Map<String, DiskRole> roles) {
        Definitions definitions = context.hypervisor().definitions();
        Definition plain = definitions.compose(spec);
        if (roles.isEmpty()) {
            return plain;
        }
        GoldenSeries series = new DiskRoles(definitions, definitions.read(plain), plain, name)
                .saidIn(spec.mark().series(), roles);
        return definitions.compose(spec.with(spec.mark().with(series)));
    }

    /** {@code INVALID}, {@code UNSUPPORTED}: nothing is made of what would have to ask. */
    private Optional<Seed> seed(Path disc, Optional<Recognition> found, Request request, Advice advice) {
        return request.extras().answers().map(answers -> {
            boolean uefi = request.firmware() == Firmware.UEFI;
            Target target = fitting.target(disc, found, request.osId(), uefi, advice)
                    .orElseThrow(() -> new IngotException(
                            Kind.UNSUPPORTED,
                            "What is on " + disc + " was not recognised; name its system, or install it by hand."));
            Methods.requireRoom(target, request.disk());
            return Methods.seed(answers, target);
        });
    }

    /**
     * Refuses what cannot start, before anything is copied.
     *
     * @param byKernel whether the installer is started without a boot loader: one that nobody signed
     */
    private static void requirePossible(Request request, Advice advice, boolean byKernel) {
        boolean uefi = request.firmware() == Firmware.UEFI;
        Optional<Boolean> wanted = request.extras().secureBoot();
        if (!uefi && wanted.orElse(false)) {
            throw new IngotException(Kind.INVALID, "Secure Boot needs UEFI; choose UEFI, or do without.");
        }
        if (byKernel && uefi && wanted.orElse(advice.secureBoot())) {
            throw new IngotException(
                    Kind.UNSUPPORTED,
                    "With Secure Boot this system cannot be installed without questions; do without one of them.");
        }
    }

    private MachineSpec.Boot boot(String domain, Request request, Advice advice, Optional<KernelBoot> kernel) {
        boolean uefi = request.firmware() == Firmware.UEFI;
        Extras extras = request.extras();
        boolean secure = uefi && extras.secureBoot().orElse(advice.secureBoot());
        String token = context.ids().token();
        return new MachineSpec.Boot(
                request.firmware(),
                uefi
                        ? Optional.of(context.hypervisor().volumes().pathOf(VolumeNames.nvram(domain, token)))
                        : Optional.empty(),
                secure,
                extras.tpm().orElse(advice.tpm()),
                kernel);
    }
}
