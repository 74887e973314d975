/** Clones: cast from golden images, kept up with them, or gone when they stop. */
@NullMarked
package io.github.ingotvm.service.clones;

import org.jspecify.annotations.NullMarked;
