/** What is said about the fields of a new machine. */
@NullMarked
package io.github.ingotvm.ui.create;

import org.jspecify.annotations.NullMarked;
