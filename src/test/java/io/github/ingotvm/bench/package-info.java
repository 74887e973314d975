/** What Ingot's work costs, beside the same bare libvirt calls and beside another tool. {@code packaging/bench} runs it. */
@NullMarked
package io.github.ingotvm.bench;

import org.jspecify.annotations.NullMarked;
