/** How installers are told their answers beforehand: files in their languages, and the media that bring these to them. */
@NullMarked
package io.github.ingotvm.unattended;

import org.jspecify.annotations.NullMarked;
