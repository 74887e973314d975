/** The use cases: one small class each, on the port alone. What the window and the command line both call. */
@NullMarked
package io.github.ingotvm.service;

import org.jspecify.annotations.NullMarked;
