/** Which operating system is on a medium, and what it wants. */
@NullMarked
package io.github.ingotvm.osinfo;

import org.jspecify.annotations.NullMarked;
