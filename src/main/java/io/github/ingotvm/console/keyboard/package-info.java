/** Where keys are on this computer's keyboard: scan codes, which JavaFX does not tell. */
@NullMarked
package io.github.ingotvm.console.keyboard;

import org.jspecify.annotations.NullMarked;
