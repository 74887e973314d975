/** A real Linux guest for the tests, made on the spot from the distribution's own packages. */
@NullMarked
package io.github.ingotvm.testkit.linux;

import org.jspecify.annotations.NullMarked;
