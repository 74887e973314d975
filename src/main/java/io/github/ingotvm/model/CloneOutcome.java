package io.github.ingotvm.model;

import java.util.Optional;

/**
 * What became of one of several clones.
 *
 * @param machine as it is now; as it was when it failed
 * @param changed false when there was nothing to do or it failed
 * @param failure why it failed; the clone is as before then
 */
public record CloneOutcome(VirtualMachine machine, boolean changed, Optional<IngotException> failure) {}
