/** The layer graph: which file stands on which, who needs it, and the one place where files are removed. */
@NullMarked
package io.github.ingotvm.service.layers;

import org.jspecify.annotations.NullMarked;
