/** Keeping clones up to date: what an update, a reset or their undo would do, and doing it. */
@NullMarked
package io.github.ingotvm.ui.refresh;

import org.jspecify.annotations.NullMarked;
