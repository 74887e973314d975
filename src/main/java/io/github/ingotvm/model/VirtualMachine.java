package io.github.ingotvm.model;

import java.util.Optional;

/**
 * A virtual machine as it was when it was read.
 *
 * @param id what never changes
 * @param name the domain's name, unique on its connection; restricted in characters and length
 * @param title free text for people; empty when none was given
 * @param state what it is doing
 * @param persistent whether it outlives its shutdown; false for disposable clones, and for transient domains of other tools
 * @param definition what it will be at its next start
 * @param hardware the same, read
 * @param live what an active machine runs with now, which differs when something was plugged in or out; empty when inactive
 * @param mark what Ingot knows of it
 */
public record VirtualMachine(
        MachineId id,
        String name,
        String title,
        PowerState state,
        boolean persistent,
        Definition definition,
        Hardware hardware,
        Optional<Hardware> live,
        Mark mark) {
    /** What people call it: the title where there is one, else the name; where only a golden image is left, that one's name. */
    public String displayName() {
        if (isImageOnly()) {
            return goldenName();
        }
        return title.isEmpty() ? name : title;
    }

    /** Whether it vanishes when it stops, unless it is kept before. */
    public boolean isDisposable() {
        return !persistent;
    }

    /** What it runs with now, or would start with. */
    public Hardware present() {
        return live.orElse(hardware);
    }

    /** What people call its golden image: its own name where it has one, else the machine's. */
    public String goldenName() {
        if (!mark.series().name().isEmpty()) {
            return mark.series().name();
        }
        return title.isEmpty() ? name : title;
    }

    /** Whether this is no machine any more, but what keeps a golden image whose machine was deleted. */
    public boolean isImageOnly() {
        return mark.series().alone();
    }

    public Optional<GoldenVersion> currentGolden() {
        return mark.currentGolden();
    }
}
