/** What machines, snapshots and volumes may be called, and what they are called by. */
@NullMarked
package io.github.ingotvm.service.names;

import org.jspecify.annotations.NullMarked;
