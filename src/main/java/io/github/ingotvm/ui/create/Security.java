package io.github.ingotvm.ui.create;

/**
 * What guards a machine's start, as it was chosen.
 *
 * @param system what is installed; empty when it is not known
 * @param asksForSecureBoot whether it wants only what is signed to start
 * @param asksForTpm whether it wants a TPM
 */
record Security(
        boolean uefi, boolean secureBoot, boolean tpm, String system, boolean asksForSecureBoot, boolean asksForTpm) {
    /** Neither chosen nor asked for. */
    static final Security NONE = new Security(false, false, false, "", false, false);
}
