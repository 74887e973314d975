package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A hypervisor on which chosen calls fail, until told otherwise. */
public final class Failing {
    private final Map<String, Kind> failures = new ConcurrentHashMap<>();
    private final Hypervisor hypervisor;

    public Failing(Hypervisor target) {
        this.hypervisor = PortProxy.wrap(target, (call, real) -> {
            Kind kind = failures.get(call);
            if (kind != null) {
                throw new HypervisorException(kind, "The call " + call + " failed; try again.");
            }
            return real.call();
        });
    }

    public Hypervisor hypervisor() {
        return hypervisor;
    }

    /** @param call role and method, as in {@code Volumes.create} */
    public void fail(String call, Kind kind) {
        failures.put(call, kind);
    }

    public void heal(String call) {
        failures.remove(call);
    }
}
