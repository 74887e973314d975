package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.Acceleration;
import java.util.Set;

/** The host that machines run on. */
public interface Host {
    /** Reads the host anew. */
    Facts facts();

    /** What the host is and can do.
     *
     * @param version the hypervisor's and its manager's versions, for people
     * @param arch {@code x86_64}, {@code aarch64}, …
     * @param cpus logical CPUs
     * @param memory bytes
     * @param acceleration what new machines should use here: KVM only where it truly works
     * @param accelerationNote why, as a sentence for people; empty when there is nothing to say
     * @param local whether the host is this computer
     * @param capabilities what is possible here
     */
    record Facts(
            String version,
            String arch,
            int cpus,
            long memory,
            Acceleration acceleration,
            String accelerationNote,
            boolean local,
            Set<Capability> capabilities) {
        public Facts {
            capabilities = Set.copyOf(capabilities);
        }
    }
}
