/** How work is done: locks between Ingots, tasks side by side, identifiers, progress of parts. */
@NullMarked
package io.github.ingotvm.service.work;

import org.jspecify.annotations.NullMarked;
