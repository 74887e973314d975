package io.github.ingotvm.hypervisor;

/** What not every hypervisor can do. */
public enum Capability {
    /** Machines with UEFI can be made. */
    UEFI,
    /** Machines with UEFI can be made to start only what is signed. */
    SECURE_BOOT,
    /** Machines can have a TPM 2.0. */
    TPM,
    KVM,
    /** Layers can be made read-only on the host ({@link Volumes#protect}). */
    PROTECT_LAYERS,
    /** New machines may use a bridge. */
    BRIDGE
}
