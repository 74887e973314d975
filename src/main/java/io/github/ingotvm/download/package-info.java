/** Discs and disk images from their publishers: what there is, fetching, proving, keeping. */
@NullMarked
package io.github.ingotvm.download;

import org.jspecify.annotations.NullMarked;
