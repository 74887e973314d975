package io.github.ingotvm.service.restore;

import io.github.ingotvm.model.Progress;
import io.github.ingotvm.service.names.VolumeNames;
import java.util.Optional;

/** Where the content of a damaged file may come from. */
interface Supply {
    /** What a copy has in common with what was sealed. */
    enum By {
        /** Every byte. */
        BYTES,
        /** What a guest sees. */
        CONTENT
    }

    /**
     * Puts a copy beside the damaged file, at {@link VolumeNames#restoring}, if it has one.
     *
     * @return what it has in common; empty when it has none, and nothing was put there
     */
    Optional<By> stage(Damage.Lost lost, Progress progress);
}
