/** What a machine is, and its snapshots. */
@NullMarked
package io.github.ingotvm.ui.properties;

import org.jspecify.annotations.NullMarked;
