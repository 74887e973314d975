/** What all parts of the window share: work off its thread, the machines as they are now, notices, sheets, theme, words. */
@NullMarked
package io.github.ingotvm.ui.common;

import org.jspecify.annotations.NullMarked;
