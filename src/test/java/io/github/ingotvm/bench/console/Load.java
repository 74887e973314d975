package io.github.ingotvm.bench.console;

import com.sun.management.OperatingSystemMXBean;
import io.github.ingotvm.bench.Samples;
import java.lang.management.ManagementFactory;

/**
 * What something took.
 *
 * @param seconds by the clock
 * @param processor seconds that this process had a processor for
 */
record Load(double seconds, double processor) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Load of(Samples.Work work) throws Exception {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Load((System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
    }
}
