package io.github.ingotvm.model;

/** How guest instructions are run. */
public enum Acceleration {
    KVM,
    /** Software emulation: works everywhere, many times slower. */
    TCG
}
