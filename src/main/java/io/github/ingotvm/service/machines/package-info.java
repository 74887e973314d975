/** Power, renaming, resources, data disks and deletion of machines. */
@NullMarked
package io.github.ingotvm.service.machines;

import org.jspecify.annotations.NullMarked;
