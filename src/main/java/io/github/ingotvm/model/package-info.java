/** The words of the product as records, enums and sealed events. Depends on the JDK alone. */
@NullMarked
package io.github.ingotvm.model;

import org.jspecify.annotations.NullMarked;
