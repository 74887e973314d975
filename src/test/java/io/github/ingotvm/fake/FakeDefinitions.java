package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Capability;
import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.DefinitionEdit.Identity;
import io.github.ingotvm.hypervisor.Definitions;
import io.github.ingotvm.hypervisor.DriveChanges;
import io.github.ingotvm.hypervisor.GuestHardware;
import io.github.ingotvm.hypervisor.GuestHardware.DiskBus;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.MachineSpec;
import io.github.ingotvm.hypervisor.Makeup;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.Hardware;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Mark;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Definitions as {@link FakeDocument}s. */
final class FakeDefinitions implements Definitions {
    private final FakeState state;

    FakeDefinitions(FakeState state) {
        this.state = state;
    }

    @Override
    public Definition compose(MachineSpec spec) {
        boolean uefi = spec.boot().firmware() == Firmware.UEFI;
        if (uefi && !state.capabilities.contains(Capability.UEFI)) {
            throw new HypervisorException(
                    Kind.UNSUPPORTED, "There is no UEFI firmware here; install ovmf or use BIOS.");
        }
        if (uefi && spec.boot().nvram().isEmpty()) {
            throw new HypervisorException(
                    Kind.INVALID, "A machine with UEFI needs a place for its variables; name one.");
        }
        requireSecurity(spec.boot());
        FakeDocument document = new FakeDocument(new LinkedHashMap<>());
        String uuid = spec.id().toString();
        document.set("name", spec.name());
        document.set("uuid", uuid);
        document.title(spec.title());
        document.set("memory", Long.toString(spec.memory()));
        document.set("cpus", Integer.toString(spec.cpus()));
        document.set("firmware", spec.boot().firmware().name());
        spec.boot().nvram().filter(n -> uefi).ifPresent(n -> document.set("nvram", n));
        if (spec.boot().secureBoot()) {
            document.set("secureBoot", "yes");
        }
        if (spec.boot().tpm()) {
            document.set("tpm", "2.0");
        }
        document.set("acceleration", spec.acceleration().name());
        document.set("onReboot", spec.onReboot().name());
        document.set(
                "genid",
                UUID.nameUUIDFromBytes(uuid.getBytes(StandardCharsets.UTF_8)).toString());
        spec.boot().kernel().ifPresent(k -> {
            document.set("kernel", k.kernel());
            document.set("initrd", k.initrd());
            document.set("cmdline", k.commandLine());
        });
        addDrives(document, spec);
        for (int i = 0; i < spec.hardware().cards().size(); i++) {
            String card = "nic." + i + ".";
            document.set(card + "mac", mac(uuid, i));
            document.set(card + "model", spec.hardware().cards().get(i).name().toLowerCase(Locale.ROOT));
            document.set(card + "network", "user");
        }
        document.mark(spec.mark());
        return document.print();
    }

    private static String mac(String uuid, int card) {
        String own = "52:54:00:" + uuid.substring(0, 2) + ":" + uuid.substring(2, 4) + ":";
        int last = Integer.parseInt(uuid.substring(4, 6), 16) + card;
        return own + String.format(Locale.ROOT, "%02x", last & 0xff);
    }

    private void requireSecurity(MachineSpec.Boot boot) {
        boolean secureBoot = !boot.secureBoot() || state.capabilities.contains(Capability.SECURE_BOOT);
        if (!secureBoot || (boot.tpm() && !state.capabilities.contains(Capability.TPM))) {
            throw new HypervisorException(Kind.UNSUPPORTED, "There is no Secure Boot and no TPM here; do without.");
        }
    }

    private static void addDrives(FakeDocument document, MachineSpec spec) {
        boolean virtio = spec.hardware().disks() == DiskBus.VIRTIO;
        String bus = virtio ? "vd" : "sd";
        char letter = 'a';
        for (String path : spec.disks()) {
            document.set("disk." + bus + letter + ".device", Disk.Device.DISK.name());
            document.disk(bus + letter, path);
            letter++;
        }
        char cdLetter = virtio ? 'a' : letter;
        for (String path : spec.media()) {
            String prefix = "disk.sd" + cdLetter + ".";
            document.set(prefix + "device", Disk.Device.CDROM.name());
            document.set(prefix + "source", path);
            document.set(prefix + "format", "raw");
            document.set(prefix + "readonly", "yes");
            cdLetter++;
        }
    }

    @Override
    public Definition edit(Definition definition, DefinitionEdit edit) {
        FakeDocument document = FakeDocument.parse(definition);
        edit.identity().ifPresent(i -> become(document, i));
        edit.name().ifPresent(n -> document.set("name", n));
        edit.title().ifPresent(document::title);
        edit.disks().forEach(document::disk);
        edit.nvram().ifPresent(n -> document.set("nvram", n));
        edit.mark().ifPresent(document::mark);
        edit.onReboot().map(OnReboot::name).ifPresent(r -> document.set("onReboot", r));
        edit.memory().ifPresent(m -> document.set("memory", Long.toString(m)));
        edit.cpus().ifPresent(c -> document.set("cpus", Integer.toString(c)));
        drives(document, edit.drives());
        if (edit.media() == DefinitionEdit.Media.EJECT_AND_START_DISKS) {
            document.remove("kernel");
            document.remove("initrd");
            document.remove("cmdline");
        }
        if (edit.media() != DefinitionEdit.Media.KEEP) {
            document.disks().stream()
                    .filter(d -> d.device() == Disk.Device.CDROM)
                    .forEach(d -> document.remove("disk." + d.target() + ".source"));
        }
        return document.print();
    }

    static void drives(FakeDocument document, DriveChanges changes) {
        changes.removed()
                .forEach(target -> document.under("disk." + target + ".")
                        .keySet()
                        .forEach(key -> document.remove("disk." + target + "." + key)));
        changes.shared().forEach((target, path) -> {
            if (target.startsWith("sd") || target.startsWith("hd")) {
                throw new HypervisorException(Kind.UNSUPPORTED, "The disk " + target + " cannot be read-only.");
            }
            if (!document.get("disk." + target + ".source").equals(Optional.of(path))) {
                document.disk(target, path);
            }
            document.set("disk." + target + ".readonly", "yes");
        });
        new TreeMap<>(changes.added()).forEach((target, path) -> {
            if (document.has("disk." + target + ".device")) {
                throw new HypervisorException(Kind.EXISTS, "There is a drive " + target + " already.");
            }
            document.set("disk." + target + ".device", Disk.Device.DISK.name());
            document.disk(target, path);
        });
    }

    static void become(FakeDocument document, Identity identity) {
        document.set("uuid", identity.id().toString());
        int cards = document.nics().size();
        if (identity.macs().size() != cards) {
            throw new HypervisorException(
                    Kind.INVALID, "The machine has " + cards + " network cards; give as many MACs.");
        }
        for (int i = 0; i < cards; i++) {
            document.set("nic." + i + ".mac", identity.macs().get(i));
        }
        if (document.has("genid")) {
            document.set("genid", identity.genid());
        }
        document.remove("socket");
    }

    @Override
    public Hardware read(Definition definition) {
        return FakeDocument.parse(definition).hardware();
    }

    @Override
    public Makeup makeup(Definition definition) {
        FakeDocument document = FakeDocument.parse(definition);
        boolean virtio = document.hardware().writableDisks().stream()
                .allMatch(d -> d.target().startsWith("vd"));
        GuestHardware like = virtio ? GuestHardware.MODERN : GuestHardware.WITHOUT_VIRTIO;
        return new Makeup(
                like.with(document.nics().stream()
                        .map(n -> GuestHardware.NicModel.valueOf(n.model().toUpperCase(Locale.ROOT)))
                        .toList()),
                document.has("secureBoot"));
    }

    @Override
    public Mark mark(Definition definition) {
        return FakeDocument.parse(definition).mark();
    }

    @Override
    public String nameIn(Definition definition) {
        return FakeDocument.parse(definition).name();
    }
}
