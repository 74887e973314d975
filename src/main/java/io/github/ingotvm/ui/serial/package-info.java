/** A machine's serial port as a terminal in the window. */
@NullMarked
package io.github.ingotvm.ui.serial;

import org.jspecify.annotations.NullMarked;
