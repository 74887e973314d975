/** Answers, and what brings them to installers. */
@NullMarked
package io.github.ingotvm.unattended;

import org.jspecify.annotations.NullMarked;
