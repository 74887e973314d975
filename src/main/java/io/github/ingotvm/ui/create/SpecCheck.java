package io.github.ingotvm.ui.create;

import io.github.ingotvm.service.install.HostView;
import io.github.ingotvm.service.install.Need;
import io.github.ingotvm.service.install.Unasked;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.SizeField;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is wrong with what was filled in, by field, and what would be right.
 *
 * @param host the host, once it is known
 * @param taken what machines are called already
 */
record SpecCheck(Optional<HostView> host, Set<String> taken) {
    private static final long LEAST_MEMORY = 16L << 20;
    private static final long LEAST_DISK = 1L << 20;
    private static final long MOST_DISK = 64L << 40;
    private static final int MOST_CPUS = 240;

    /** The fields that something can be wrong with. */
    enum Field {
        NAME,
        MEMORY,
        DISK,
        CPUS,
        DATA_DISKS,
        SECURE_BOOT,
        TPM
    }

    /**
     * Something to say at a field.
     *
     * @param blocks whether no machine can be made so; else it is only worth knowing
     */
    record Remark(String sentence, boolean blocks) {}

    /**
     * What was filled in, as it was typed.
     *
     * @param memory bytes; empty when it is no size
     * @param cpus 0 when it is no number
     * @param disk bytes; empty when it is no size
     * @param image the space that an image takes, which comes in place of an empty disk
     * @param dataDisks bytes of each; empty when it is no size
     * @param unasked what the installer asks of the machine; empty when it shall ask a person
     */
    record Typed(
            String name,
            OptionalLong memory,
            int cpus,
            OptionalLong disk,
            Optional<Need> image,
            Security security,
            List<OptionalLong> dataDisks,
            Optional<Unasked> unasked) {
        Typed(String name, OptionalLong memory, int cpus, OptionalLong disk, Optional<Need> image) {
            this(name, memory, cpus, disk, image, Security.NONE, List.of(), Optional.empty());
        }
    }

    /** At most one remark a field. */
    Map<Field, Remark> of(Typed typed) {
        Map<Field, Remark> remarks = new EnumMap<>(Field.class);
        name(typed.name().strip()).ifPresent(r -> remarks.put(Field.NAME, r));
        memory(typed.memory()).ifPresent(r -> remarks.put(Field.MEMORY, r));
        cpus(typed.cpus()).ifPresent(r -> remarks.put(Field.CPUS, r));
        Optional<Remark> disk = typed.image().isPresent()
                ? image(typed.image().get())
                : tooSmall(typed).or(() -> disk(typed.disk()));
        disk.ifPresent(r -> remarks.put(Field.DISK, r));
        typed.dataDisks().stream()
                .flatMap(d -> disk(d).stream())
                .max(Comparator.comparing(Remark::blocks))
                .ifPresent(r -> remarks.put(Field.DATA_DISKS, r));
        Security s = typed.security();
        asked(s.asksForSecureBoot() && !s.secureBoot(), s)
                .or(() -> unsigned(typed))
                .ifPresent(r -> remarks.put(Field.SECURE_BOOT, r));
        asked(s.asksForTpm() && !s.tpm(), s).ifPresent(r -> remarks.put(Field.TPM, r));
        return remarks;
    }

    private Optional<Remark> name(String name) {
        if (name.isEmpty()) {
            return wrong("It needs a name; type at least one character.");
        } else if (taken.contains(name)) {
            return wrong(
                    "There is already a virtual machine called “" + Formats.brief(name) + "”; choose another name.");
        }
        return Optional.empty();
    }

    private Optional<Remark> memory(OptionalLong memory) {
        if (memory.isEmpty()) {
            return wrong(SizeField.HELP);
        }
        long bytes = memory.getAsLong();
        if (bytes < LEAST_MEMORY) {
            return wrong("At least " + Formats.size(LEAST_MEMORY) + " are needed.");
        }
        return host.filter(h -> bytes > h.memory())
                .map(h -> new Remark("This host has " + Formats.size(h.memory()) + "; choose less.", true));
    }

    private Optional<Remark> cpus(int cpus) {
        if (cpus < 1 || cpus > MOST_CPUS) {
            return wrong("Write a number from 1 to " + MOST_CPUS + ".");
        }
        return host.filter(h -> cpus > h.cpus())
                .map(h -> new Remark("This host has " + h.cpus() + "; more make the machine slower.", false));
    }

    private Optional<Remark> disk(OptionalLong disk) {
        if (disk.isEmpty()) {
            return wrong(SizeField.HELP);
        }
        long bytes = disk.getAsLong();
        if (bytes < LEAST_DISK || bytes > MOST_DISK) {
            return wrong("Choose a size from 1 MiB to 64 TiB.");
        }
        return host.filter(h -> bytes > h.free())
                .map(h -> new Remark(
                        "Only " + Formats.size(h.free()) + " are free on the host; it cannot be filled.", false));
    }

    private Optional<Remark> image(Need need) {
        return host.flatMap(h -> image(need, h.free()));
    }

    private static Optional<Remark> image(Need need, long free) {
        String there = ", and " + Formats.size(free) + " are free on the host";
        if (need.least() > free) {
            return wrong("The image takes " + Formats.size(need.least()) + there + "; make room first.");
        }
        return need.most().isPresent() && need.most().getAsLong() > free
                ? Optional.of(new Remark(
                        "The image may take up to " + Formats.size(need.most().getAsLong()) + there
                                + "; what it really takes shows when it is read.",
                        false))
                : Optional.empty();
    }

    /** For an installer that shall not ask. */
    private static Optional<Remark> tooSmall(Typed typed) {
        return typed.unasked()
                .filter(u -> typed.disk().isPresent())
                .flatMap(u ->
                        u.problemWithDisk(typed.security().uefi(), typed.disk().getAsLong()))
                .flatMap(SpecCheck::wrong);
    }

    private static Optional<Remark> unsigned(Typed typed) {
        return typed.unasked()
                .filter(u -> typed.security().secureBoot())
                .flatMap(Unasked::problemWithSecureBoot)
                .flatMap(SpecCheck::wrong);
    }

    private static Optional<Remark> asked(boolean lacks, Security security) {
        return lacks
                ? Optional.of(new Remark(security.system() + " asks for it; its installer may refuse without.", false))
                : Optional.empty();
    }

    private static Optional<Remark> wrong(String sentence) {
        return Optional.of(new Remark(sentence, true));
    }
}
