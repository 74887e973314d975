/** What came from what, as a picture to walk through. */
@NullMarked
package io.github.ingotvm.ui.lineage;

import org.jspecify.annotations.NullMarked;
