/** Check: what is broken, what was changed, and what is left over. */
@NullMarked
package io.github.ingotvm.ui.check;

import org.jspecify.annotations.NullMarked;
