package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import java.util.Optional;

/**
 * Merges layers: an image takes in what lies below it, and stands on something further down from then on. What is seen through it never
 * changes, at no moment, so whoever is interrupted leaves everything whole; what was taken in until then stays in the image.
 */
public interface Merging {
    /**
     * Merges within the chain of an image that nobody uses: neither it nor anything that stands on it is open in a running machine.
     *
     * @param image the one that takes in
     * @param base the layer of its chain that it shall stand on; empty for none
     * @throws HypervisorException {@code NOT_FOUND}, {@code IN_USE} when a running machine uses it, {@code NO_SPACE}, {@code CANCELLED}
     */
    void pull(String image, Optional<String> base, Progress progress);

    /**
     * Merges within the chain of a disk of an active machine, which goes on meanwhile.
     *
     * @param target the drive; the image that it writes to takes in
     * @param base as above
     * @throws HypervisorException {@code NOT_FOUND}, {@code WRONG_STATE} when it is not active, {@code NO_SPACE}, {@code CANCELLED}
     */
    void pull(MachineId id, String target, Optional<String> base, Progress progress);
}
