package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Picture;
import java.util.Optional;

/** What machines show. */
public interface Screens {
    /** The first screen as it is now; empty when the machine is not active or has no screen. */
    Optional<Picture> capture(MachineId id);
}
