package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.testkit.PrivateLibvirt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A full disk; a small file system of its own, which takes root to mount. */
class FullDiskIT {
    private static final int SIZE = 4 << 20;

    @Test
    void saysThatTheDiskIsFullAndLeavesNothingBehind() throws Exception {
        try (PrivateLibvirt libvirt = PrivateLibvirt.start();
                Hypervisor hypervisor = libvirt.connect()) {
            String folder = hypervisor.volumes().ownPool().path();
            assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + SIZE + ",mode=0777", "ingot-test", folder));
            try {
                byte[] noise = new byte[SIZE * 3 / 4];
                new Random(1).nextBytes(noise);
                String fits = upload(hypervisor, "fits.img", noise);

                assertFull(() -> upload(hypervisor, "too-much.img", noise));
                assertFull(() -> hypervisor.volumes().copy("copy.qcow2", fits, "qcow2", Progress.NONE));

                assertThat(hypervisor.volumes().list())
                        .extracting(v -> v.name())
                        .containsExactly("fits.img");
            } finally {
                run("umount", "--lazy", folder);
            }
        }
    }

    private static String upload(Hypervisor hypervisor, String name, byte[] bytes) {
        return hypervisor
                .volumes()
                .upload(name, "raw", bytes.length, new ByteArrayInputStream(bytes), Progress.NONE)
                .path();
    }

    private static void assertFull(ThrowingCallable call) {
        assertThatExceptionOfType(HypervisorException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(Kind.NO_SPACE))
                .withMessageContaining("the disk is full");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
