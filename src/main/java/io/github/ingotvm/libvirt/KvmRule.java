package io.github.ingotvm.libvirt;

import io.github.ingotvm.model.Acceleration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether KVM truly works. Where {@code /dev/kvm} exists but the processor has no virtualisation (nested in another machine
 * without it), a guest started with KVM hangs for ever, silently; so libvirt's word alone is not enough.
 */
final class KvmRule {
    private static final Pattern FLAGS = Pattern.compile("^flags\\s*:.*\\b(?:vmx|svm)\\b", Pattern.MULTILINE);

    private KvmRule() {}

    /**
     * @param offered whether libvirt offers KVM
     * @param arch of the host
     * @param local whether the host is this computer, so that its processor can be looked at
     * @param wanted the user's own choice
     */
    static Choice choose(boolean offered, String arch, boolean local, Optional<String> wanted) {
        Optional<Acceleration> override = wanted.flatMap(KvmRule::parse);
        if (override.isPresent()) {
            return new Choice(override.get(), "Chosen by INGOT_ACCEL=" + wanted.orElse("") + ".");
        }
        if (!offered) {
            return new Choice(
                    Acceleration.TCG,
                    "KVM is not available to you here, so machines run in emulation, many times slower.");
        }
        if (local && arch.equals("x86_64") && !processorVirtualises()) {
            return new Choice(
                    Acceleration.TCG,
                    "This processor offers no virtualisation (switched off in the firmware, or this computer is itself a virtual machine), so machines run in emulation, many times slower.");
        }
        return new Choice(Acceleration.KVM, "");
    }

    record Choice(Acceleration acceleration, String note) {}

    private static Optional<Acceleration> parse(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "kvm" -> Optional.of(Acceleration.KVM);
            case "tcg" -> Optional.of(Acceleration.TCG);
            default -> Optional.empty();
        };
    }

    private static boolean processorVirtualises() {
        try {
            return FLAGS.matcher(Files.readString(Path.of("/proc/cpuinfo"))).find();
        } catch (IOException e) {
            return true; // nothing known against it
        }
    }
}
