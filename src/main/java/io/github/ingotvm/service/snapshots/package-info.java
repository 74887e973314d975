/** Taking snapshots, going back to them, and keeping them in order. */
@NullMarked
package io.github.ingotvm.service.snapshots;

import org.jspecify.annotations.NullMarked;
