/** Tests of the history. */
@NullMarked
package io.github.ingotvm.history;

import org.jspecify.annotations.NullMarked;
