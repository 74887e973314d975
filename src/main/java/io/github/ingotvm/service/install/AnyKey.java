package io.github.ingotvm.service.install;

import io.github.ingotvm.hypervisor.Power;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Presses a key for discs that start only when somebody does so in their first seconds: those of Windows under UEFI, which otherwise leave
 * the machine to its empty disk. Further presses do no harm: the firmware takes no notice of Enter, and the installer asks nothing.
 *
 * @param rest between two presses; the disc waits for some five seconds
 */
record AnyKey(Power power, Duration rest) {
    private static final Logger LOG = LoggerFactory.getLogger(AnyKey.class);

    private static final String WINDOWS = "win";

    /** {@code KEY_ENTER} of Linux's input-event-codes.h. */
    private static final int ENTER = 28;

    /** For as long as firmware takes that is emulated. */
    private static final int TIMES = 15;

    /** How often it is asked whether the work is still wanted. */
    private static final long GLANCE_NANOS = Duration.ofMillis(50).toNanos();

    AnyKey(Power power) {
        this(power, Duration.ofSeconds(1));
    }

    /** Whether a machine's disc asks for it, when it starts for the first time. */
    static boolean isAskedFor(VirtualMachine machine) {
        return machine.hardware().firmware() == Firmware.UEFI
                && machine.mark().install().isUnderWay()
                && machine.mark().osId().filter(id -> id.startsWith(WINDOWS)).isPresent();
    }

    /**
     * Returns when the disc has had its chance, or nobody wants to wait for that any more: the machine runs, and goes on running. Never fails:
     * that the machine stopped meanwhile is seen elsewhere.
     */
    void press(MachineId id, Progress progress) {
        progress.report(-1, "It runs; pressing the key that its disc asks for");
        try {
            for (int i = 0; i < TIMES && await(progress); i++) {
                power.sendKeys(id, ENTER);
            }
        } catch (IngotException e) {
            LOG.warn("No key can be pressed for the disc of {}", id, e);
        }
    }

    /** @return whether the time is over and the work still wanted */
    private boolean await(Progress progress) {
        long until = System.nanoTime() + rest.toNanos();
        for (long left = rest.toNanos(); left > 0; left = until - System.nanoTime()) {
            if (progress.isCancelled()) {
                return false;
            }
            LockSupport.parkNanos(Math.min(left, GLANCE_NANOS));
        }
        return !progress.isCancelled();
    }
}
