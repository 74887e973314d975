/** Golden images: versions, seals, what keeps them whole, and what becomes of them without their machine. */
@NullMarked
package io.github.ingotvm.service.golden;

import org.jspecify.annotations.NullMarked;
