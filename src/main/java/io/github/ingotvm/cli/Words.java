package io.github.ingotvm.cli;

import io.github.ingotvm.model.Lineage;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.context.Inventory;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** How states and relations are said to people. */
final class Words {
    private Words() {}

    static String state(VirtualMachine machine) {
        if (machine.mark().install().isUnderWay()) {
            return machine.state().isActive() ? "installing" : "installing, " + plain(machine);
        }
        return machine.isDisposable() ? plain(machine) + ", disposable" : plain(machine);
    }

    private static String plain(VirtualMachine machine) {
        return machine.state().name().toLowerCase(Locale.ROOT);
    }

    static Style style(VirtualMachine machine) {
        return switch (machine.state()) {
            case RUNNING -> Style.GREEN;
            case CRASHED -> Style.RED;
            case PAUSED, SAVED -> Style.PLAIN;
            case OFF -> Style.DIM;
        };
    }

    static String golden(VirtualMachine machine) {
        return machine.currentGolden().map(g -> "★ " + g.label()).orElse("");
    }

    /** Where a machine came from, and whether that has a newer version: {@code debian v1 (now v2)}. */
    static String origin(VirtualMachine machine, Collection<VirtualMachine> all) {
        Optional<Lineage> lineage = machine.mark().lineage();
        if (lineage.isEmpty()) {
            return "";
        }
        Lineage from = lineage.get();
        String what =
                from.version().isPresent() ? " v" + from.version().getAsInt() : ", \"" + from.snapshotName() + "\"";
        String newer = Inventory.update(machine, all)
                .map(g -> " (now " + g.label() + ")")
                .orElse("");
        String source = all.stream()
                .filter(m -> m.id().equals(from.source()))
                .findFirst()
                .map(VirtualMachine::displayName)
                .orElse(from.sourceName());
        return source + what + newer;
    }

    static String consistency(Snapshot snapshot) {
        return switch (snapshot.consistency()) {
            case OFF -> "powered off";
            case QUIESCED -> "quiesced";
            case CRASH_CONSISTENT -> "crash-consistent";
            case MEMORY -> "with memory";
        };
    }

    static String quoted(String name) {
        return "\"" + name + "\"";
    }

    static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
