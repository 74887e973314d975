/** Tests of the command line. */
@NullMarked
package io.github.ingotvm.cli;

import org.jspecify.annotations.NullMarked;
