/** Debian's archive as Debian's own installer sees it: passed through, and completed where a mirror has not all of it. */
@NullMarked
package io.github.ingotvm.testkit.debian;

import org.jspecify.annotations.NullMarked;
