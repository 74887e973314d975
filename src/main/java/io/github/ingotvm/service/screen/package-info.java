/** How a machine is seen: its screen, its clipboard, a viewer elsewhere. */
@NullMarked
package io.github.ingotvm.service.screen;

import org.jspecify.annotations.NullMarked;
