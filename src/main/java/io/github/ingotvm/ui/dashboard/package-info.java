/** All machines at a glance: the sidebar, the cards, the table, and what is shown when there is nothing. */
@NullMarked
package io.github.ingotvm.ui.dashboard;

import org.jspecify.annotations.NullMarked;
