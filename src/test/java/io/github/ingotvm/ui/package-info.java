/** The window, driven by mouse and keyboard. */
@NullMarked
package io.github.ingotvm.ui;

import org.jspecify.annotations.NullMarked;
