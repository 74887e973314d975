/** Random sequences of everything Ingot can do, with crashes and failures at every step, against a simple model of what must come out. */
@NullMarked
package io.github.ingotvm.service.model;

import org.jspecify.annotations.NullMarked;
