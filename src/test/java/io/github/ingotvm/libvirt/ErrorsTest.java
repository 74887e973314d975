package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    private static final int OPERATION_UNSUPPORTED = 84;
    private static final int INTERNAL_ERROR = 1;
    private static final int FROM_QEMU = 10;

    private static HypervisorException translated(int code, String message) {
        return Errors.translate(new LibvirtError(code, FROM_QEMU, message), "take a snapshot of “web”");
    }

    @Test
    void workThatIsStillUnderWayOnADiskIsWaitedFor() {
        HypervisorException e = translated(OPERATION_UNSUPPORTED, "disk 'vda' already in active block job");
        assertThat(e.kind()).isEqualTo(Kind.WRONG_STATE);
        assertThat(e)
                .hasMessage(
                        "Could not take a snapshot of “web”: libvirt is still merging or copying one of its disks; try again once that has ended.");
    }

    @Test
    void aDiskThatSomethingElseUsesIsSaidSo() {
        HypervisorException e = translated(INTERNAL_ERROR, "Failed to get \"write\" lock");
        assertThat(e.kind()).isEqualTo(Kind.IN_USE);
        assertThat(e).hasMessageContaining("something else is using one of its disks");
    }

    @Test
    void aFullDiskIsSaidSoWithoutTheWordsOfQemu() {
        HypervisorException e = translated(INTERNAL_ERROR, "qemu-img: No space left on device");
        assertThat(e.kind()).isEqualTo(Kind.NO_SPACE);
        assertThat(e)
                .hasMessage(
                        "Could not take a snapshot of “web”: the disk is full; free some space on it and try again.");
    }
}
