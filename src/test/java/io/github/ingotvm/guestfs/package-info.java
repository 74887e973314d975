@NullMarked
package io.github.ingotvm.guestfs;

import org.jspecify.annotations.NullMarked;
