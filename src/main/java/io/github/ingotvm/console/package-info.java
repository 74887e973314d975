/** The client of the remote framebuffer protocol (RFC 6143), without a window and without a hypervisor. */
@NullMarked
package io.github.ingotvm.console;

import org.jspecify.annotations.NullMarked;
