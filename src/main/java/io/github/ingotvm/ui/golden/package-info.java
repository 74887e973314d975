/** The golden images and what was cast from them. */
@NullMarked
package io.github.ingotvm.ui.golden;

import org.jspecify.annotations.NullMarked;
