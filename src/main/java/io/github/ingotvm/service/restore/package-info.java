/** Putting damaged golden images back, from whatever has the same content. */
@NullMarked
package io.github.ingotvm.service.restore;

import org.jspecify.annotations.NullMarked;
