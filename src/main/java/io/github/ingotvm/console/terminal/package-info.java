/**
 * A terminal for serial consoles: what a VT100 and its heirs understand (ECMA-48, and xterm's additions that programs use), as
 * text and colours in memory. Knows no window. What it is fed comes from a guest and is not trusted: whatever it says, the
 * memory it takes and the work a byte causes are bounded.
 */
@NullMarked
package io.github.ingotvm.console.terminal;

import org.jspecify.annotations.NullMarked;
