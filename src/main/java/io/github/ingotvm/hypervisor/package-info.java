/** The port: what Ingot asks of a hypervisor, as small role interfaces with their contracts. */
@NullMarked
package io.github.ingotvm.hypervisor;

import org.jspecify.annotations.NullMarked;
