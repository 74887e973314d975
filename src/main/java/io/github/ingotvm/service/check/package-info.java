/** Finding what an interruption or another tool left behind. */
@NullMarked
package io.github.ingotvm.service.check;

import org.jspecify.annotations.NullMarked;
