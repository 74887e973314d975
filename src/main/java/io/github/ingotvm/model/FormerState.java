package io.github.ingotvm.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a clone was before it was last updated or reset. Kept, and everything it stands on with it, until it is dropped.
 *
 * @param lineage where the clone came from then
 * @param disks drive target to the image it went on with until then
 * @param nvram the firmware's variables it had until then; empty when they were not exchanged
 * @param left when it was left
 */
public record FormerState(Lineage lineage, Map<String, String> disks, Optional<String> nvram, Instant left) {
    public FormerState {
        disks = Map.copyOf(disks);
    }
}
