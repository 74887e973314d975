/** Definitions, marks, snapshots, volumes and capabilities to and from libvirt's XML, as pure functions. */
@NullMarked
package io.github.ingotvm.libvirt.xml;

import org.jspecify.annotations.NullMarked;
