package io.github.ingotvm.hypervisor;

/** What happens when the guest asks for a reboot. */
public enum OnReboot {
    RESTART,
    /** The machine stops: how the end of an installation is noticed. */
    DESTROY
}
