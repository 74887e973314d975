/** The port on libvirt. Everything but {@link io.github.ingotvm.libvirt.LibvirtHypervisor} is the package's own. */
@NullMarked
package io.github.ingotvm.libvirt;

import org.jspecify.annotations.NullMarked;
