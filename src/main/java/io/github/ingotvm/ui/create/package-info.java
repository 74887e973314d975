/** A new machine, from an installation disc or a disk image. */
@NullMarked
package io.github.ingotvm.ui.create;

import org.jspecify.annotations.NullMarked;
