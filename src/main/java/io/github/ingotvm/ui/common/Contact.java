package io.github.ingotvm.ui.common;

import java.util.Optional;

/** How far a tab is with the running machine that it shows. */
public sealed interface Contact {
    /** It shows the machine, which can be used. */
    record Live() implements Contact {}

    /**
     * Not at the moment; it goes on trying by itself.
     *
     * @param again whether it was live before
     */
    record Trying(boolean again) implements Contact {}

    /**
     * It will not come by itself.
     *
     * @param title how things are, in a few words
     * @param sentence for people: what to do next
     * @param way what helps
     */
    record Cannot(String title, String sentence, Optional<Notice.Action> way) implements Contact {}
}
