@NullMarked
package io.github.ingotvm.download;

import org.jspecify.annotations.NullMarked;
