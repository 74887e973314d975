package io.github.ingotvm.format;

/** How a disk is kept in a file. */
public enum DiskFormat {
    QCOW2("qcow2"),
    RAW("raw"),
    VMDK("vmdk"),
    VDI("vdi"),
    VHD("vpc"),
    VHDX("vhdx");

    private final String qemu;

    DiskFormat(String qemu) {
        this.qemu = qemu;
    }

    /** QEMU's word for it. */
    public String qemu() {
        return qemu;
    }
}
