/** A machine's screen and its power switches. */
@NullMarked
package io.github.ingotvm.ui.machine;

import org.jspecify.annotations.NullMarked;
