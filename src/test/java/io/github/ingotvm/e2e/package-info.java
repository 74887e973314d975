/**
 * Whole stories on a real libvirt and QEMU, told by what the demo guest itself says on its serial port. Each class has a libvirt of
 * its own, so stories cannot disturb each other.
 */
@NullMarked
package io.github.ingotvm.e2e;

import org.jspecify.annotations.NullMarked;
