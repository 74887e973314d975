/** Golden images in one file: exported, and brought back. */
@NullMarked
package io.github.ingotvm.service.exchange;

import org.jspecify.annotations.NullMarked;
