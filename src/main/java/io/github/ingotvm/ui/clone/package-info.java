/** Casting clones. */
@NullMarked
package io.github.ingotvm.ui.clone;

import org.jspecify.annotations.NullMarked;
