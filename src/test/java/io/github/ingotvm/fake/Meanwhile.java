package io.github.ingotvm.fake;

import io.github.ingotvm.hypervisor.Hypervisor;
import java.util.concurrent.atomic.AtomicInteger;

/** A hypervisor that somebody else uses just before a chosen call. */
public final class Meanwhile {
    private Meanwhile() {}

    /**
     * @param call role and method, as in {@code Volumes.create}
     * @param nth which of these calls, 1 for the first
     * @param other what somebody else does then
     */
    public static Hypervisor before(String call, int nth, Hypervisor target, Runnable other) {
        AtomicInteger calls = new AtomicInteger();
        return PortProxy.wrap(target, (now, real) -> {
            if (now.equals(call) && calls.incrementAndGet() == nth) {
                other.run();
            }
            return real.call();
        });
    }
}
