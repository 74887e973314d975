/** What every use case works with, and how machines are found. */
@NullMarked
package io.github.ingotvm.service.context;

import org.jspecify.annotations.NullMarked;
