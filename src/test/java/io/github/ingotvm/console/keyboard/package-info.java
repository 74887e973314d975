@NullMarked
package io.github.ingotvm.console.keyboard;

import org.jspecify.annotations.NullMarked;
