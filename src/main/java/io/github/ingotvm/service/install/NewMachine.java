package io.github.ingotvm.service.install;

import io.github.ingotvm.hypervisor.Definitions;
import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.Host;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.OnReboot;
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
import io.github.ingotvm.osinfo.Recognition;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.golden.DiskRoles;
import io.github.ingotvm.service.names.TakenNames;
import io.github.ingotvm.service.names.VolumeNames;
import io.github.ingotvm.service.work.Resources;
import io.github.ingotvm.unattended.Methods;
import io.github.ingotvm.unattended.Seed;
import io.github.ingotvm.unattended.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes all that a new machine stands on, and at last its definition: before that there is no machine, and what was made is the caller's to
 * take away.
 */
final class NewMachine {
    private final Context context;
    private final Fitting fitting;
    private final ImageImport imports;

    NewMachine(Context context, Fitting fitting, ImageImport imports) {
        this.context = context;
        this.fitting = fitting;
        this.imports = imports;
    }

    /**
     * What comes from the source, and how it is gone about.
     *
     * @param disks paths, the system's first
     * @param media paths of what lies in CD drives
     * @param variables of the firmware, where the source brings them
     */
    private record Parts(
            Advice advice,
            GuestHardware hardware,
            List<String> disks,
            List<String> media,
            Install install,
            OnReboot onReboot,
            Optional<KernelBoot> kernel,
            Optional<byte[]> variables) {}

    /**
     * @param name a checked one
     * @param files receives the path of each file before it is made
     */
    MachineId make(String name, InstallRequest request, List<String> files, Progress progress) {
        Host.Facts host = context.hypervisor().host().facts();
        Resources.require(host, request.memory(), request.cpus());
        List<NewDisk> data = request.extras().data();
        data.forEach(d -> NewVolumes.requireSize(d.size(), "data disk"));
        TakenNames taken = TakenNames.on(context.hypervisor());
        taken.requireFree(name);
        String domain = taken.takeDomain(name);
        NewVolumes volumes = new NewVolumes(context, domain, files);
        Parts parts = request.source() instanceof InstallRequest.Source.Iso disc
                ? fromDisc(disc.file(), request, volumes, progress)
                : fromImage(request.source().file(), request, domain, files, progress);
        List<String> disks = new ArrayList<>(parts.disks());
        Map<String, DiskRole> roles = new HashMap<>();
        for (NewDisk disk : data) {
            String target = parts.hardware().disks().target(disks.size());
            roles.put(target, disk.role());
            disks.add(volumes.disk(disk.size(), target));
        }
        progress.check();
        MachineSpec.Boot boot = boot(domain, request, parts.advice(), parts.kernel());
        if (parts.variables().isPresent() && boot.nvram().isPresent()) {
            volumes.variables(boot.nvram().get(), parts.variables().get(), progress);
        }
        MachineSpec spec = new MachineSpec(
                new MachineId(context.ids().uuid()),
                domain,
                name.equals(domain) ? "" : name,
                request.memory(),
                request.cpus(),
                boot,
                host.acceleration(),
                disks,
                parts.media(),
                parts.hardware(),
                parts.onReboot(),
                Mark.NONE
                        .with(parts.install())
                        .withOs(Optional.of(parts.advice().osId()).filter(id -> !id.isEmpty())));
        return context.hypervisor().machines().define(compose(spec, name, roles));
    }

    private Parts fromDisc(Path disc, InstallRequest request, NewVolumes volumes, Progress progress) {
        Optional<Recognition> found = fitting.onDisc(disc);
        Advice advice = fitting.advice(found, request.osId());
        Optional<Seed> seed = seed(disc, found, request, advice);
        requirePossible(
                request, advice, new Unasked(0, 0, seed.flatMap(Seed::boot).isPresent()));
        String system = volumes.disk(request.disk(), "vda");
        List<String> media = new ArrayList<>();
        media.add(volumes.medium(disc, progress));
        request.extras().drivers().ifPresent(d -> media.add(volumes.medium(d, progress)));
        seed.flatMap(Seed::disc).ifPresent(d -> media.add(volumes.answers(d, progress)));
        Optional<KernelBoot> kernel = seed.flatMap(Seed::boot).map(b -> volumes.kernel(b, disc, progress));
        // One that is told its answers is told to end with its first stop, too.
        int lastReboot = seed.isPresent() ? 1 : advice.lastReboot();
        return new Parts(
                advice,
                advice.hardware(),
                List.of(system),
                media,
                new Install(Install.State.INSTALLING, 0, lastReboot, request.autoSnapshot()),
                seed.filter(Seed::reboots).isPresent() ? OnReboot.RESTART : OnReboot.DESTROY,
                kernel,
                Optional.empty());
    }

    private Parts fromImage(Path file, InstallRequest request, String domain, List<String> files, Progress progress) {
        ImageImport.Looked looked = imports.look(file);
        Advice advice = fitting.advice(looked, request.osId());
        requirePossible(request, advice, Unasked.NOTHING);
        Optional<byte[]> variables = imports.variables(file);
        GuestHardware hardware = advice.osId().isEmpty() && looked.golden().isEmpty()
                ? looked.hardware().orElse(advice.hardware())
                : looked.golden().map(g -> g.machine().hardware()).orElse(looked.fit(advice.hardware()));
        List<String> disks = request.extras().inPlace()
                ? List.of(imports.standOn(file, domain, files))
                : imports.copy(file, domain, files, progress);
        return new Parts(
                advice, hardware, disks, List.of(), Install.NONE, OnReboot.RESTART, Optional.empty(), variables);
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
    private Optional<Seed> seed(Path disc, Optional<Recognition> found, InstallRequest request, Advice advice) {
        return request.extras().answers().map(answers -> {
            if (PackedDisc.is(disc)) {
                throw new IngotException(Kind.UNSUPPORTED, PackedDisc.BY_HAND);
            }
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
     * @param unasked what the installer asks of the machine, if it is told its answers
     */
    private static void requirePossible(InstallRequest request, Advice advice, Unasked unasked) {
        boolean uefi = request.firmware() == Firmware.UEFI;
        Optional<Boolean> wanted = request.extras().secureBoot();
        if (!uefi && wanted.orElse(false)) {
            throw new IngotException(Kind.INVALID, "Secure Boot needs UEFI; choose UEFI, or do without.");
        }
        if (uefi && wanted.orElse(advice.secureBoot())) {
            unasked.problemWithSecureBoot().ifPresent(sentence -> {
                throw new IngotException(Kind.UNSUPPORTED, sentence);
            });
        }
    }

    private MachineSpec.Boot boot(String domain, InstallRequest request, Advice advice, Optional<KernelBoot> kernel) {
        boolean uefi = request.firmware() == Firmware.UEFI;
        InstallRequest.Extras extras = request.extras();
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
