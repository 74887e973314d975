/** What happened, when, and by whose command. */
@NullMarked
package io.github.ingotvm.ui.history;

import org.jspecify.annotations.NullMarked;
