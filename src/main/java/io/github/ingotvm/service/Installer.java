package io.github.ingotvm.service;

import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.Host;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.KernelBoot;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.osinfo.OperatingSystem;
import io.github.ingotvm.osinfo.Recognition;
import io.github.ingotvm.unattended.Methods;
import io.github.ingotvm.unattended.Seed;
import io.github.ingotvm.unattended.Target;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes machines from installation discs and disk images. */
public final class Installer {
    private static final long LEAST_DISK = Resources.MIB;
    private static final long MOST_DISK = 64L << 40;

    private final Context context;
    private final Snapshotter snapshotter;
    private final Systems systems;
    private final ImageImport imports;

    Installer(Context context, Snapshotter snapshotter, Systems systems) {
        this.context = context;
        this.snapshotter = snapshotter;
        this.systems = systems;
        this.imports = new ImageImport(context);
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
     */
    public record Extras(
            Optional<Boolean> secureBoot,
            Optional<Boolean> tpm,
            Optional<Path> drivers,
            boolean inPlace,
            Optional<Answers> answers) {
        public static final Extras NONE = new Extras(Optional.empty(), Optional.empty(), Optional.empty());

        /** An image, if it is one, is copied. */
        public Extras(Optional<Boolean> secureBoot, Optional<Boolean> tpm, Optional<Path> drivers) {
            this(secureBoot, tpm, drivers, false);
        }

        /** The installer, if there is one, asks. */
        public Extras(Optional<Boolean> secureBoot, Optional<Boolean> tpm, Optional<Path> drivers, boolean inPlace) {
            this(secureBoot, tpm, drivers, inPlace, Optional.empty());
        }

        public Extras with(Answers told) {
            return new Extras(secureBoot, tpm, drivers, inPlace, Optional.of(told));
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
        if (source instanceof Source.Image image) {
            ImageImport.Looked looked = imports.look(image.file());
            return propose(looked, image.file(), advice(looked, osId));
        }
        Advice advice;
        Optional<Path> drivers = Optional.empty();
        Optional<String> onlyByHand = Optional.of("Only an installation disc can be installed without questions.");
        if (source instanceof Source.Iso iso) {
            Optional<Recognition> found = onDisc(iso.file());
            Optional<OperatingSystem> os = systems.named(osId).or(() -> found.map(Recognition::os));
            advice = advice(found, osId);
            drivers = os.filter(OperatingSystem::isWindows).flatMap(w -> DriverDisc.near(iso.file()));
            boolean uefi = advice.firmware() == Firmware.UEFI;
            onlyByHand = target(iso.file(), found, osId, uefi, advice)
                    .map(Methods::obstacle)
                    .orElse(Optional.of(
                            "What is on this disc was not recognised, nor how it could be told its answers."));
        } else {
            advice = advice(Optional.empty(), osId);
        }
        return new Proposal(
                freeName(advice.name().isEmpty() ? stem(source.file()) : advice.name()),
                advice.osId(),
                advice.name(),
                advice.memory(),
                advice.cpus(),
                advice.disk(),
                advice.firmware(),
                advice.secureBoot(),
                advice.tpm(),
                drivers,
                onlyByHand,
                advice.notes());
    }

    /** What the machine had where it comes from goes before what suits its system. */
    private Proposal propose(ImageImport.Looked looked, Path file, Advice advice) {
        Host.Facts host = context.hypervisor().host().facts();
        return new Proposal(
                freeName(looked.name().isEmpty() ? stem(file) : looked.name()),
                advice.osId(),
                advice.name(),
                Math.min(looked.memory().orElse(advice.memory()), host.memory()),
                Math.min(looked.cpus().orElse(advice.cpus()), host.cpus()),
                advice.disk(),
                firmware(looked, advice),
                advice.secureBoot(),
                advice.tpm(),
                Optional.empty(),
                Optional.of("An image has its system already."),
                advice.notes());
    }

    private Optional<Target> target(
            Path disc, Optional<Recognition> found, Optional<String> osId, boolean uefi, Advice advice) {
        String arch = context.hypervisor().host().facts().arch();
        return InstallTarget.of(disc, found, systems.named(osId), arch, uefi, advice.hardware());
    }

    private Optional<Recognition> onDisc(Path file) {
        return systems.onDisc(file, context.hypervisor().host().facts().arch());
    }

    /** What the user says goes before what was found. */
    private Advice advice(Optional<Recognition> found, Optional<String> osId) {
        Advisor advisor = new Advisor(context.hypervisor().host().facts(), LocalDate.now(context.clock()));
        Optional<OperatingSystem> named = systems.named(osId);
        return named.map(advisor::of).or(() -> found.map(advisor::of)).orElseGet(advisor::unknown);
    }

    /** An appliance starts with what it always started with. */
    private Firmware firmware(ImageImport.Looked looked, Advice advice) {
        if (looked.uefi()) {
            return Firmware.UEFI;
        }
        return looked.appliance() ? advice(Optional.empty(), Optional.empty()).firmware() : advice.firmware();
    }

    /** What the user says goes before what an appliance says of its system. */
    private Advice advice(ImageImport.Looked looked, Optional<String> osId) {
        Advice advice = advice(Optional.empty(), osId.or(() -> systems.declared(looked.system())));
        // It has started without so far; whether its loader is signed nobody knows.
        return osId.isPresent() ? advice : advice.withoutSecureBoot();
    }

    private String freeName(String base) {
        TakenNames taken = TakenNames.on(context.hypervisor());
        String name = base;
        for (int n = 2; taken.contains(name); n++) {
            name = base + " " + n;
        }
        return name;
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
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
        }
        return context.inventory().require(id);
    }

    private MachineId make(String name, Request request, List<String> files, Progress progress) {
        Hypervisor hypervisor = context.hypervisor();
        Resources.require(hypervisor.host().facts(), request.memory(), request.cpus());
        TakenNames taken = TakenNames.on(hypervisor);
        taken.requireFree(name);
        String domain = taken.takeDomain(name);
        Advice advice;
        List<String> media = new ArrayList<>();
        List<String> disks;
        GuestHardware hardware;
        Install install = Install.NONE;
        Optional<Seed> seed = Optional.empty();
        Optional<KernelBoot> kernel = Optional.empty();
        if (request.source() instanceof Source.Iso iso) {
            Optional<Recognition> found = onDisc(iso.file());
            advice = advice(found, request.osId());
            seed = seed(iso.file(), found, request, advice);
            hardware = advice.hardware();
            disks = List.of(emptyDisk(domain, request.disk(), files));
            media.add(offer(iso.file(), domain, files, progress));
            request.extras().drivers().ifPresent(d -> media.add(offer(d, domain, files, progress)));
            Planting planting = new Planting(context, domain, files);
            seed.flatMap(Seed::disc).ifPresent(d -> media.add(planting.disc(d, progress)));
            kernel = seed.flatMap(Seed::boot).map(b -> planting.kernel(b, iso.file(), progress));
            // One that is told its answers is told to end with its first stop, too.
            int lastReboot = seed.isPresent() ? 1 : advice.lastReboot();
            install = new Install(Install.State.INSTALLING, 0, lastReboot, request.autoSnapshot());
        } else {
            Path file = request.source().file();
            ImageImport.Looked looked = imports.look(file);
            advice = advice(looked, request.osId());
            hardware = advice.osId().isEmpty()
                    ? looked.hardware().orElse(advice.hardware())
                    : looked.fit(advice.hardware());
            disks = request.extras().inPlace()
                    ? List.of(imports.standOn(file, domain, files))
                    : imports.copy(file, domain, files, progress);
        }
        progress.check();
        Optional<String> osId = Optional.of(advice.osId()).filter(id -> !id.isEmpty());
        MachineSpec spec = new MachineSpec(
                new MachineId(context.ids().uuid()),
                domain,
                name.equals(domain) ? "" : name,
                request.memory(),
                request.cpus(),
                boot(domain, request, advice, kernel),
                hypervisor.host().facts().acceleration(),
                disks,
                media,
                hardware,
                install.isUnderWay() && seed.filter(Seed::reboots).isEmpty() ? OnReboot.DESTROY : OnReboot.RESTART,
                Mark.NONE.with(install).withOs(osId));
        return hypervisor.machines().define(hypervisor.definitions().compose(spec));
    }

    /** {@code INVALID}, {@code UNSUPPORTED}: nothing is made of what would have to ask. */
    private Optional<Seed> seed(Path disc, Optional<Recognition> found, Request request, Advice advice) {
        return request.extras().answers().map(answers -> {
            boolean uefi = request.firmware() == Firmware.UEFI;
            Target target = target(disc, found, request.osId(), uefi, advice)
                    .orElseThrow(() -> new IngotException(
                            Kind.UNSUPPORTED,
                            "What is on " + disc + " was not recognised; name its system, or install it by hand."));
            return Methods.seed(answers, target);
        });
    }

    private MachineSpec.Boot boot(String domain, Request request, Advice advice, Optional<KernelBoot> kernel) {
        boolean uefi = request.firmware() == Firmware.UEFI;
        Extras extras = request.extras();
        if (!uefi && extras.secureBoot().orElse(false)) {
            throw new IngotException(Kind.INVALID, "Secure Boot needs UEFI; choose UEFI, or do without.");
        }
        boolean secure = uefi && extras.secureBoot().orElse(advice.secureBoot());
        if (secure && kernel.isPresent()) {
            throw new IngotException(
                    Kind.UNSUPPORTED,
                    "With Secure Boot this system cannot be installed without questions; do without one of them.");
        }
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

    private String emptyDisk(String domain, long size, List<String> files) {
        if (size < LEAST_DISK || size > MOST_DISK) {
            throw new IngotException(Kind.INVALID, "The disk must be from 1 MiB to 64 TiB.");
        }
        Volumes volumes = context.hypervisor().volumes();
        String volume = VolumeNames.disk(domain, "vda", context.ids().token());
        files.add(volumes.pathOf(volume));
        return volumes.create(volume, size).path();
    }

    private String offer(Path iso, String domain, List<String> files, Progress progress) {
        Volumes volumes = context.hypervisor().volumes();
        String volume = VolumeNames.medium(domain, context.ids().token());
        files.add(volumes.pathOf(volume));
        return volumes.offer(iso.toAbsolutePath(), volume, progress);
    }
}
