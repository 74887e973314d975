/** What integration tests stand on. */
@NullMarked
package io.github.ingotvm.testkit;

import org.jspecify.annotations.NullMarked;
