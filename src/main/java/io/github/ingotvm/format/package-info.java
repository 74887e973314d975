/** Files of strangers: XML, compression and archives, read within limits and without doing what they say. */
@NullMarked
package io.github.ingotvm.format;

import org.jspecify.annotations.NullMarked;
