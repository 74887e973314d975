package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import java.util.Optional;

/**
 * Merges layers: an image takes in what lies below it, and stands on something further down from then on; or, where a running machine uses
 * it, is taken in by what lies below. What is seen through it never changes, at no moment, so whoever is interrupted leaves everything
 * whole; what was taken in until then stays.
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

    /**
     * Merges within the chain of a disk of an active machine, below the image that it writes to: a layer takes in all that lies on it up to
     * another one, and the image on top of that one stands on it from then on. What is seen through the other one, and through all above,
     * never changes; what the layer that takes in held by itself is lost, from the first moment on.
     *
     * @param target the drive
     * @param top the layer whose content goes down; nothing but the next image of the disk's chain may stand on it. Its file stays as it is
     * @param into the layer of the chain that takes in, below it; no content of it alone, or of one in between, may be needed
     * @throws HypervisorException {@code NOT_FOUND}, {@code WRONG_STATE} when it is not active, {@code INVALID} when they lie otherwise, or
     *     the machine writes to {@code top}, {@code NO_SPACE}, {@code CANCELLED}
     */
    void push(MachineId id, String target, String top, String into, Progress progress);
}
