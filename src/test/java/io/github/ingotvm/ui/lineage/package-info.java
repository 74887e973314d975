/** Tests of the picture of what came from what, without a window. */
@NullMarked
package io.github.ingotvm.ui.lineage;

import org.jspecify.annotations.NullMarked;
