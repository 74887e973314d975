package io.github.ingotvm.hypervisor;

/**
 * What a machine is like beside its size, in the words in which new ones are asked for.
 *
 * @param secureBoot whether its firmware only starts what is signed
 */
public record Makeup(GuestHardware hardware, boolean secureBoot) {}
