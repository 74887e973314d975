/** New machines: from media, images and archives, and what fits the system that is installed. */
@NullMarked
package io.github.ingotvm.service.install;

import org.jspecify.annotations.NullMarked;
