package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.Optional;

/** A hypervisor whose n-th change fails once, without having happened; the calls after it work. */
public final class Stumbling {
    private final Hypervisor hypervisor;
    private int changes;
    private Optional<String> failed = Optional.empty();

    /** @param fatal which change fails, 1 for the first */
    public Stumbling(int fatal, Hypervisor target) {
        this.hypervisor = PortProxy.wrap(target, (call, real) -> {
            if (PortProxy.isChange(call) && count() == fatal) {
                failed = Optional.of(call);
                throw new HypervisorException(Kind.FAILED, "The call " + call + " failed; try again.");
            }
            return real.call();
        });
    }

    private synchronized int count() {
        changes++;
        return changes;
    }

    public Hypervisor hypervisor() {
        return hypervisor;
    }

    /** The call that failed. */
    public Optional<String> failed() {
        return failed;
    }
}
