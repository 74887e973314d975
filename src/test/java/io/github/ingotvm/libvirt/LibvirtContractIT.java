package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.HypervisorContract;
import io.github.ingotvm.testkit.PrivateLibvirt;
import io.github.ingotvm.testkit.PrivateLibvirtExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PrivateLibvirtExtension.class)
class LibvirtContractIT extends HypervisorContract {
    private final PrivateLibvirt libvirt;

    LibvirtContractIT(PrivateLibvirt libvirt) {
        this.libvirt = libvirt;
    }

    @Override
    protected Hypervisor connect() {
        return libvirt.connect();
    }

    @Override
    public String outside(String backing) {
        Path path = libvirt.shared().resolve(UUID.randomUUID() + ".qcow2");
        try {
            Process making = new ProcessBuilder(
                            "qemu-img", "create", "-q", "-f", "qcow2", "-b", backing, "-F", "qcow2", path.toString())
                    .inheritIO()
                    .start();
            assertThat(making.waitFor()).isZero();
            return path.toString();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
