/** Tests of the trees of origins. */
@NullMarked
package io.github.ingotvm.lineage;

import org.jspecify.annotations.NullMarked;
