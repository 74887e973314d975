package io.github.ingotvm.ui.console;

import io.github.ingotvm.console.keyboard.Stroke;
import java.util.Optional;

/** How signs are typed on a keyboard. */
interface Layout {
    /**
     * Nothing when no key types it.
     *
     * @param keysym of a sign, Return or Tab
     */
    Optional<Stroke> stroke(int keysym);
}
