/** What everything takes, what would be freed, and a host that is nearly full. */
@NullMarked
package io.github.ingotvm.service.space;

import org.jspecify.annotations.NullMarked;
