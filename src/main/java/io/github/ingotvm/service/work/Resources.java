package io.github.ingotvm.service.work;

import io.github.ingotvm.hypervisor.Host;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;

/** What a machine may be given on a host. */
public final class Resources {
    public static final long MIB = 1L << 20;
    public static final long GIB = 1L << 30;
    private static final long LEAST_MEMORY = 16 * MIB;
    private static final int MOST_CPUS = 240;

    private Resources() {}

    public static void require(Host.Facts host, long memory, int cpus) {
        if (memory < LEAST_MEMORY) {
            throw new IngotException(Kind.INVALID, "The memory must be at least 16 MiB.");
        }
        if (memory > host.memory()) {
            throw new IngotException(
                    Kind.INVALID,
                    "The memory is more than this host has (" + host.memory() / MIB + " MiB); choose less.");
        }
        if (cpus < 1 || cpus > Math.max(MOST_CPUS, host.cpus())) {
            throw new IngotException(Kind.INVALID, "The number of CPUs must be from 1 to " + MOST_CPUS + ".");
        }
    }
}
