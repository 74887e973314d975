package io.github.ingotvm.service.install;

import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import java.util.Optional;

/** What people must know about a machine's TPM: its content is the hypervisor's to keep, and no part of what Ingot takes back or casts. */
public final class TpmNotes {
    private TpmNotes() {}

    /** @param memory whether the snapshot has the machine's memory, and the TPM with it */
    public static Optional<String> onSnapshot(VirtualMachine machine, boolean memory) {
        return machine.hardware().tpm() && !memory
                ? Optional.of(
                        "What its TPM keeps is not part of the snapshot; have the recovery key of an encrypted disk"
                                + " at hand before you revert to it.")
                : Optional.empty();
    }

    public static Optional<String> onRevert(VirtualMachine machine, Snapshot to) {
        return machine.hardware().tpm() && to.memory().isEmpty()
                ? Optional.of(
                        "Its TPM stays as it is now; a disk that was encrypted with it may ask for its recovery key.")
                : Optional.empty();
    }

    /** @param machine the one that is cloned */
    public static Optional<String> onClone(VirtualMachine machine) {
        return machine.hardware().tpm()
                ? Optional.of(
                        "Clones begin with an empty TPM; a disk that was encrypted with it asks them for its recovery"
                                + " key.")
                : Optional.empty();
    }
}
