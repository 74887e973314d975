package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;

/** {@link Progress#check} with the one exception that may leave the port. */
final class Cancellation {
    private Cancellation() {}

    static void check(Progress progress) {
        if (progress.isCancelled()) {
            throw new HypervisorException(Kind.CANCELLED, "Cancelled; nothing was changed.");
        }
    }
}
