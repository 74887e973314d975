package io.github.ingotvm.console.terminal;

/** What the guest has switched on and off, but for what a {@link Screen} keeps itself. */
final class Modes {
    /** DECCKM: the arrows send what applications expect, not what moves a cursor. */
    boolean applicationKeys;
    /** DECTCEM. */
    boolean showsCursor = true;
    /** DECSCNM. */
    boolean inverse;
    /** LNM: a line feed also returns, and so does the Enter key. */
    boolean newLine;
    /** Pasted text is marked as such. */
    boolean marksPastes;

    void reset() {
        applicationKeys = false;
        showsCursor = true;
        inverse = false;
        newLine = false;
        marksPastes = false;
    }
}
