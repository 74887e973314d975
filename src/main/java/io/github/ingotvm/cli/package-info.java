/** The command line: one small class a command, over the same services as the window. */
@NullMarked
package io.github.ingotvm.cli;

import org.jspecify.annotations.NullMarked;
