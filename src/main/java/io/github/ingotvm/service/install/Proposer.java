package io.github.ingotvm.service.install;

import io.github.ingotvm.hypervisor.Host;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.osinfo.OperatingSystem;
import io.github.ingotvm.osinfo.Recognition;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.service.names.TakenNames;
import io.github.ingotvm.unattended.Methods;
import java.nio.file.Path;
import java.util.Optional;

/** Proposes a machine for a disc or an image: its name, what it shall have, and what a person should know before. */
final class Proposer {
    private final Context context;
    private final Fitting fitting;
    private final ImageImport imports;

    Proposer(Context context, Fitting fitting, ImageImport imports) {
        this.context = context;
        this.fitting = fitting;
        this.imports = imports;
    }

    /** As {@link Installer#propose(InstallRequest.Source, Optional)} promises. */
    Proposal propose(InstallRequest.Source source, Optional<String> osId) {
        return source instanceof InstallRequest.Source.Image
                ? ofImage(source.file(), osId)
                : ofDisc(source.file(), osId);
    }

    private Proposal ofDisc(Path disc, Optional<String> osId) {
        Optional<Recognition> found = fitting.onDisc(disc);
        Advice advice = fitting.advice(found, osId);
        Optional<Path> drivers =
                fitting.system(found, osId).filter(OperatingSystem::isWindows).flatMap(w -> DriverDisc.near(disc));
        boolean uefi = advice.firmware() == Firmware.UEFI;
        boolean packed = PackedDisc.is(disc);
        Optional<String> onlyByHand = packed
                ? Optional.of(PackedDisc.BY_HAND)
                : fitting.target(disc, found, osId, uefi, advice)
                        .map(Methods::obstacle)
                        .orElse(Optional.of(
                                "What is on this disc was not recognised, nor how it could be told its answers."));
        return new Proposal(
                freeName(advice.name().isEmpty() ? stem(disc) : advice.name()),
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
                unasked(disc, found, osId, advice),
                PackedDisc.need(disc),
                Optional.empty(),
                advice.notes());
    }

    private Unasked unasked(Path disc, Optional<Recognition> found, Optional<String> osId, Advice advice) {
        return fitting.target(disc, found, osId, false, advice)
                .flatMap(bios -> fitting.target(disc, found, osId, true, advice).map(uefi -> Unasked.of(bios, uefi)))
                .orElse(Unasked.NOTHING);
    }

    /** What the machine had where it comes from goes before what suits its system. */
    private Proposal ofImage(Path file, Optional<String> osId) {
        ImageImport.Looked looked = imports.look(file);
        Advice advice = fitting.advice(looked, osId);
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
                Unasked.NOTHING,
                looked.need(),
                imports.onlyCopied(file),
                advice.notes());
    }

    /** An appliance starts with what it always started with. */
    private Firmware firmware(ImageImport.Looked looked, Advice advice) {
        if (looked.golden().isPresent()) {
            return advice.firmware();
        }
        if (looked.uefi()) {
            return Firmware.UEFI;
        }
        return looked.appliance()
                ? fitting.advice(Optional.empty(), Optional.empty()).firmware()
                : advice.firmware();
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
}
