/** What is inside disks, through the programs of libguestfs: always read-only, each in a small machine of its own that guards us from what it reads. */
@NullMarked
package io.github.ingotvm.guestfs;

import org.jspecify.annotations.NullMarked;
