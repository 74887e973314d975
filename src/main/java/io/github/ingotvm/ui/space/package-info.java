/** Where the space went, and making machines smaller or independent. */
@NullMarked
package io.github.ingotvm.ui.space;

import org.jspecify.annotations.NullMarked;
