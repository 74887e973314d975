package io.github.ingotvm.model;

/** The firmware a machine boots with. */
public enum Firmware {
    BIOS,
    UEFI
}
