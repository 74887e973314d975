package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import java.util.concurrent.locks.LockSupport;
import org.libvirt.jna.virDomainBlockJobInfo;

/** A block job of a machine, from its beginning on. libvirt tells how far it is only when asked. */
final class BlockJob {
    private static final long GLANCE_NANOS = 50_000_000;

    private final Dom dom;
    private final String target;

    BlockJob(Dom dom, String target) {
        this.dom = dom;
        this.target = target;
    }

    /** Waits for its end, good or bad. Cancelled, it is ended; the image is as whole as before. */
    void await(Progress progress) {
        virDomainBlockJobInfo info = new virDomainBlockJobInfo();
        while (dom.check(Virt.X.virDomainGetBlockJobInfo(dom.pointer(), target, info, 0), "look at the work on") == 1) {
            if (progress.isCancelled()) {
                dom.check(Virt.X.virDomainBlockJobAbort(dom.pointer(), target, 0), "end the work on");
                throw new HypervisorException(Kind.CANCELLED, "Cancelled; nothing is lost.");
            }
            progress.report(info.end <= 0 ? -1 : (double) info.cur / info.end, "Merging layers");
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        progress.report(1, "Merged");
    }
}
