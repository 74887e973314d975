/** What happened to what, when and by whom: written as it happens to a file of lines, read by people. Nothing else depends on it. */
@NullMarked
package io.github.ingotvm.history;

import org.jspecify.annotations.NullMarked;
