/** The window: wires its parts together and to the services. */
@NullMarked
package io.github.ingotvm.ui;

import org.jspecify.annotations.NullMarked;
