package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.VirtualDisk;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.PrivateLibvirtExtension;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A file comes into another one's place on a host where it cannot be renamed. */
@ExtendWith(PrivateLibvirtExtension.class)
class VolumeReplacementIT {
    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static Volume raw(LibvirtVolumes volumes, String name, byte[] bytes) {
        return volumes.upload(name, "raw", bytes.length, new ByteArrayInputStream(bytes), Progress.NONE);
    }

    @Test
    void keepsItsBytesItsFormatAndWhatItStandsOn(PrivateLibvirt libvirt) {
        try (Hypervisor hypervisor = libvirt.connect()) {
            LibvirtVolumes volumes = (LibvirtVolumes) hypervisor.volumes();
            byte[] variables = noise((3 << 20) + 17);
            String copy = raw(volumes, "copy.fd", variables).path();
            String damaged = raw(volumes, "damaged.fd", noise(100)).path();
            volumes.protect(damaged, true);

            volumes.replace(damaged, copy, (from, to) -> false);

            assertThat(volumes.find(copy)).isEmpty();
            assertThat(volumes.find(damaged).orElseThrow().format()).isEqualTo("raw");
            assertThat(volumes.read(damaged, 0, 4 << 20)).isEqualTo(variables);

            String base =
                    volumes.copy("base.qcow2", damaged, "qcow2", Progress.NONE).path();
            String overlay = volumes.createOverlay("overlay.qcow2", base, "qcow2");
            String digest = volumes.digest(overlay, Progress.NONE);
            String gone = volumes.pathOf("gone.qcow2");

            volumes.replace(gone, overlay, (from, to) -> false);

            assertThat(volumes.digest(gone, Progress.NONE)).isEqualTo(digest);
            assertThat(volumes.find(overlay)).isEmpty();
            assertThat(volumes.find(gone).orElseThrow()).satisfies(v -> {
                assertThat(v.format()).isEqualTo("qcow2");
                assertThat(v.backing()).contains(base);
            });
            try (VirtualDisk disk = volumes.open(gone)) {
                byte[] block = new byte[1000];
                disk.read(0, block, block.length);
                assertThat(block).isEqualTo(Arrays.copyOf(variables, 1000));
            }
            for (String path : new String[] {gone, base, damaged}) {
                volumes.delete(path);
            }
        }
    }
}
