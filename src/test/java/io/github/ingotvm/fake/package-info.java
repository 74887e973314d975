/**
 * A hypervisor in memory: real code behind the whole port, with libvirt's harsh sides (it protects nothing). What disks, memory and
 * firmware variables <em>contain</em> is modelled, so that tests can say what a snapshot, a clone or a revert holds.
 */
@NullMarked
package io.github.ingotvm.fake;

import org.jspecify.annotations.NullMarked;
