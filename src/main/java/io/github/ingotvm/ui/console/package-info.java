/** A machine's screen in the window, with its keyboard and pointer. */
@NullMarked
package io.github.ingotvm.ui.console;

import org.jspecify.annotations.NullMarked;
