/** What a machine's screen costs. Not a test; {@code packaging/bench --console} runs it. */
@NullMarked
package io.github.ingotvm.bench.console;

import org.jspecify.annotations.NullMarked;
