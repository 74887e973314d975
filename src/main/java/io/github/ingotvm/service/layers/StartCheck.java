package io.github.ingotvm.service.layers;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the way of a machine's start, told from a host as it was when it was read. Whoever starts a machine that was not made this
 * very moment asks here first.
 */
public final class StartCheck {
    private final Scan scan;
    private final LayerGraph graph;

    private StartCheck(Scan scan) {
        this.scan = scan;
        this.graph = new LayerGraph(scan);
    }

    /** Of the host as it is now. */
    public static StartCheck on(Hypervisor hypervisor) {
        return new StartCheck(Scan.of(hypervisor));
    }

    /**
     * Refuses a machine of which a file is gone, that would write to a layer that a golden image or a clone stands on, for it would change
     * them all, or that stands on a golden image that looks changed.
     *
     * @param anyway also on a golden image that looks changed
     * @throws IngotException {@code FAILED}, {@code IN_USE}
     */
    public void require(VirtualMachine machine, boolean anyway) {
        for (String image : NamedFiles.images(machine)) {
            requireThere(machine, image);
        }
        for (String image : NamedFiles.writableRoots(machine)) {
            requireOwn(machine, image);
        }
        if (!anyway) {
            Drift.under(NamedFiles.images(machine), scan).ifPresent(drift -> {
                throw changed(machine, drift);
            });
        }
    }

    private void requireThere(VirtualMachine machine, String image) {
        Optional<String> missing = graph.missing(image);
        if (missing.isPresent()) {
            throw new IngotException(
                    Kind.FAILED,
                    machine.displayName() + " cannot start: the file " + missing.get()
                            + " is gone. Restore it from a backup, or revert to a snapshot.");
        }
    }

    private void requireOwn(VirtualMachine machine, String image) {
        Optional<String> frozenBy = graph.frozenBy(image);
        if (frozenBy.isPresent()) {
            throw new IngotException(
                    Kind.IN_USE,
                    machine.displayName() + " would write to a layer that " + frozenBy.get()
                            + " needs unchanged; clone or revert that snapshot instead of starting this machine.",
                    List.of(frozenBy.get()),
                    null);
        }
    }

    private static IngotException changed(VirtualMachine machine, Drift.Found drift) {
        return new IngotException(
                Kind.FAILED,
                drift.isUnder(machine.displayName())
                        + ", so what it holds cannot be trusted; verify the golden image, or start the machine anyway.");
    }
}
