package io.github.ingotvm.console;

/** The lights of the guest's keyboard (rfbproto, “QEMU LED State Pseudo-encoding”). */
public record Locks(boolean scroll, boolean num, boolean caps) {
    static Locks of(int bits) {
        return new Locks((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
    }
}
