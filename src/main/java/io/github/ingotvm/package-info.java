@NullMarked
package io.github.ingotvm;

import org.jspecify.annotations.NullMarked;
