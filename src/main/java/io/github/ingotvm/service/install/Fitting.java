package io.github.ingotvm.service.install;

import io.github.ingotvm.osinfo.OperatingSystem;
import io.github.ingotvm.osinfo.Recognition;
import io.github.ingotvm.service.context.Context;
import io.github.ingotvm.unattended.Target;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** What fits a system on this host: one that was found on a medium, one that the user names, or one that an appliance declares. */
final class Fitting {
    private final Context context;
    private final Systems systems;

    Fitting(Context context, Systems systems) {
        this.context = context;
        this.systems = systems;
    }

    /** The one that the user names, else the one that was found. */
    Optional<OperatingSystem> system(Optional<Recognition> found, Optional<String> osId) {
        return systems.named(osId).or(() -> found.map(Recognition::os));
    }

    Optional<Recognition> onDisc(Path file) {
        return systems.onDisc(file, context.hypervisor().host().facts().arch());
    }

    /** What the user says goes before what was found. */
    Advice advice(Optional<Recognition> found, Optional<String> osId) {
        Advisor advisor = new Advisor(context.hypervisor().host().facts(), LocalDate.now(context.clock()));
        Optional<OperatingSystem> named = systems.named(osId);
        return named.map(advisor::of).or(() -> found.map(advisor::of)).orElseGet(advisor::unknown);
    }

    /** What the user says goes before what an appliance says of its system. */
    Advice advice(ImageImport.Looked looked, Optional<String> osId) {
        Optional<ImageRecord> golden = looked.golden();
        if (golden.isPresent()) {
            Advice own = advice(
                    Optional.empty(),
                    osId.or(() -> golden.get().machine().osId().filter(systems::isKnown)));
            return golden.get().fit(own);
        }
        Advice advice = advice(Optional.empty(), osId.or(() -> systems.declared(looked.system())));
        // It has started without so far; whether its loader is signed nobody knows.
        return osId.isPresent() ? advice : advice.withoutSecureBoot();
    }

    Optional<Target> target(
            Path disc, Optional<Recognition> found, Optional<String> osId, boolean uefi, Advice advice) {
        String arch = context.hypervisor().host().facts().arch();
        return InstallTarget.of(disc, found, systems.named(osId), arch, uefi, advice.hardware());
    }
}
